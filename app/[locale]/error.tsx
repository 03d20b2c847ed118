'use client'

import { ErrorView } from '@/components/ui/error-view'

/** A fault of ours, said in the person's language; what they did is kept on the device. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <ErrorView reset={reset} />
}
