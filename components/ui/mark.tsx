/** Haven's mark: a room with a way out. It says nothing about the subject. */
export function Mark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false" fill="none">
      <path d="M20.6 22.1A10.5 10.5 0 1 1 24.5 14" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <circle cx="14" cy="14" r="3.6" fill="currentColor" />
    </svg>
  )
}
