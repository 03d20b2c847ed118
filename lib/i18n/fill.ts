/**
 * Puts values into a sentence that the server chose: `fill('Turn {n}', { n: 2 })` → `Turn 2`.
 * For client components, which get plain sentences instead of a message formatter.
 */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
