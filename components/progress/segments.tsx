import type { Stop } from '@/lib/progress/outline'

/** The thread, lying: one segment per stop. It stands beside the same in words, so it is hidden from screen readers. */
export const Segments = ({ stops }: { stops: readonly Stop[] }) => (
  <span className="segs" aria-hidden="true">
    {/* The order never changes. */}
    {stops.map((stop, n) => <i key={n} data-s={stop} />)}
  </span>
)
