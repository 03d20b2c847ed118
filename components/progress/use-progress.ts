'use client'

import { useSyncExternalStore } from 'react'
import { type DeviceProgress, nothing, subscribe, view } from './device'

/** How far this device is in a course. On the server, and until the device has been read, nothing. */
export const useProgress = (course: string): DeviceProgress =>
  useSyncExternalStore(
    subscribe,
    () => view(course),
    () => nothing,
  )
