/** What somebody typed, by the name of the field. */
export type Values = Record<string, string>

/**
 * What a form's server function (lib/access/door.ts) answers. Every error is a message key; what was typed comes back,
 * so that a page without scripts keeps it too.
 */
export type FormState<Said extends object = object> =
  | ({ ok: true } & Said)
  | {
      ok: false
      /** By field. */
      errors: Values
      /** What concerns the whole form. */
      error?: string
      /** Seconds to wait, where it was too often. */
      retryAfter?: number
      values: Values
    }

/** A form's server function. `null` before the form was sent for the first time. */
export type FormAction<Said extends object = object> = (before: FormState<Said> | null, form: FormData) => Promise<FormState<Said>>

/**
 * What a form holds, without what React adds to it.
 * @returns undefined where it is not a form of ours: a file, a name that comes twice, or no form at all
 */
export function valuesOf(form: unknown): Values | undefined {
  if (!(form instanceof FormData)) return undefined
  const values: Values = {}
  for (const [name, value] of form) {
    if (name.startsWith('$ACTION')) continue
    if (typeof value !== 'string' || Object.hasOwn(values, name)) return undefined
    Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return values
}
