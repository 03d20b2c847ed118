import type { BlockBase } from '../block'
import type { Rich } from '../rich'

/** A composite voice: written for the course, labelled so wherever it is shown. */
export interface TestimonyBlock extends BlockBase<'testimony'> {
  ref?: string
  body: Rich
  helped?: Rich
}
