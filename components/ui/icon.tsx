/**
 * An icon beside words, never instead of them: it is hidden from screen readers.
 * `of` is one of the outlines in glyphs.ts; `flip` mirrors it where the page runs right to left (arrows, books, exits).
 */
export function Icon({ of, flip }: { of: string; flip?: boolean }) {
  return (
    <svg className={flip ? 'i i-flip' : 'i'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={of} />
    </svg>
  )
}
