/** What a learner can do that is worth remembering. Never what was answered or written. */
export const lessonKinds = ['lesson.opened', 'lesson.finished'] as const
export const blockKinds = ['block.reached', 'block.tried', 'block.skipped', 'block.replaced'] as const

type LessonEventKind = (typeof lessonKinds)[number]
export type BlockEventKind = (typeof blockKinds)[number]

interface Stamp {
  /** uuid v7, made on the device: a second arrival of the same id changes nothing. */
  id: string
  /** ISO 8601 in UTC with milliseconds, so that texts sort as times do. */
  at: string
  /** Id of the course. */
  course: string
}

interface InLesson extends Stamp {
  /** Id of the lesson, `6.3`. */
  lesson: string
  /** Number of the LessonRevision that was open. */
  revision?: number
}

/** What a device makes and sends. */
export type DeviceEvent =
  | (InLesson & { kind: LessonEventKind })
  | (InLesson & { kind: BlockEventKind; block: string })
  | (Stamp & { kind: 'commitment.written' })

/** What the ledger holds. That the final check was passed is written by the server alone; devices only receive it. */
export type ProgressEvent = DeviceEvent | (Stamp & { kind: 'check.passed' })

/** An event before the device gave it its id and time. */
export type Fact = DeviceEvent extends infer Each ? (Each extends Stamp ? Omit<Each, 'id' | 'at'> : never) : never
