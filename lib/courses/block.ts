/** What every block of a lesson has, whatever its kind. Ids are permanent and unique within their lesson. */
export interface BlockBase<Kind extends string> {
  id: string
  kind: Kind
  heading: string
  /** One factual line shown before the block opens. */
  note?: string
  /** Id of the card block of this lesson that may be read instead. */
  instead?: string
}

/** How well a choice serves the person, best first (curriculum §7.2: 1, 0.7, 0.3, 0 points). */
export const fits = ['best', 'good', 'costly', 'harmful'] as const
export type Fit = (typeof fits)[number]
