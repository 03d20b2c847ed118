import fc from 'fast-check'
import { blockKinds, type DeviceEvent, lessonKinds, type ProgressEvent } from './event'

// Events for property tests: few lessons, blocks and moments, so that they meet.

/** A uuid v7 whose order is that of the number. */
export const uuid = (number: number): string => `019a9f00-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const moment = fc
  .integer({ min: 0, max: 30 })
  .map((second) => new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString())
const stamp = { id: fc.integer({ min: 0, max: 2 ** 40 }).map(uuid), at: moment, course: fc.constant('safer-spaces') }
const lesson = fc.constantFrom('1.1', '2.1', '6.3')

/** What a device makes. */
const deviceEvent: fc.Arbitrary<DeviceEvent> = fc.oneof(
  fc.record({ ...stamp, kind: fc.constantFrom(...lessonKinds), lesson }),
  fc.record({ ...stamp, kind: fc.constantFrom(...blockKinds), lesson, block: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ ...stamp, kind: fc.constant('commitment.written' as const) }),
)

/** What a ledger holds. */
export const anyEvent: fc.Arbitrary<ProgressEvent> = fc.oneof(
  { weight: 9, arbitrary: deviceEvent },
  { weight: 1, arbitrary: fc.record({ ...stamp, kind: fc.constant('check.passed' as const) }) },
)

const once = { selector: ({ id }: { id: string }) => id, maxLength: 40 }

/** A ledger in which every id stands once. */
export const anyLog: fc.Arbitrary<ProgressEvent[]> = fc.uniqueArray(anyEvent, once)

/** The log of a device, in which every id stands once. */
export const anyDeviceLog: fc.Arbitrary<DeviceEvent[]> = fc.uniqueArray(deviceEvent, once)
