'use client'

import { useSyncExternalStore } from 'react'
import type { Progress } from '@/lib/progress/reduce'
import { deviceState, progressOf, subscribe } from './device'

const nothing: Progress = { lessons: {} }
const unread = { ready: false, persistent: true }

/** What this device knows about a course. On the server, and until the device has been read, nothing. */
export function useProgress(course: string): { progress: Progress; ready: boolean; persistent: boolean } {
  const progress = useSyncExternalStore(subscribe, () => progressOf(course), () => nothing)
  const state = useSyncExternalStore(subscribe, deviceState, () => unread)
  return { progress, ...state }
}
