import { cardLengthFaults } from './check-card-length'
import { figureFaults } from './check-figures'
import { lengthFaults } from './check-length'
import type { Fault } from './fault'
import type { CoursePackage } from './package'

/**
 * What an editor sends back although the package is whole. The importer does not ask: a lesson may be written
 * in the app before its numbers have their sources.
 */
export const editorialFaults = (course: CoursePackage): Fault[] => [
  ...figureFaults(course),
  ...lengthFaults(course),
  ...cardLengthFaults(course),
]
