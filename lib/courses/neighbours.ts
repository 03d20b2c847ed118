import type { Manifest } from './manifest'

/** Where a lesson stands on the way through its course. */
export interface Neighbours {
  /** From 1. */
  number: number
  total: number
  previous?: string
  next?: string
}

/**
 * A lesson page is the same for everyone, so its neighbours are those of the first path that holds the lesson:
 * the essentials, or else the path of the role it was made for. A lesson on no path follows the whole course.
 */
export function neighboursOf({ paths, lessons }: Manifest, lessonId: string): Neighbours {
  const way = paths.find((path) => path.lessons.includes(lessonId))?.lessons ?? lessons.map(({ id }) => id)
  const at = way.indexOf(lessonId)
  return { number: at + 1, total: way.length, previous: way[at - 1], next: way[at + 1] }
}
