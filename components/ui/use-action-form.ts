'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { unstable_rethrow, usePathname } from 'next/navigation'
import { type FormEvent, startTransition as later, useActionState, useEffect, useEffectEvent, useMemo, useRef, useState, useTransition } from 'react'
import { type FieldErrors, type Resolver, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type FormAction, type FormState, type Values, valuesOf } from '@/lib/form-state'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { draftOf, dropDraft, keepDraft, ownerNow, typedIn } from './draft'
import { type ErrorSentences, sentenceOf } from './form-errors'

interface Options<Said extends object> {
  /** Unique on the page; fields are `<id>-<name>`. */
  id: string
  /** A server function of an actions.ts, built by `action()`. */
  action: FormAction<Said>
  /** The schema that the action parses with: an object of strings. */
  schema: z.ZodObject
  /** What stands in the fields at first; hidden ones may be inputs of their own instead. */
  values: Values
  /** The sentences of every noun whose errors may come: always `access`, and the form's own. */
  errors: ErrorSentences
  /** Refusals that are about one field: its name, by message key. */
  at?: Values
  /** Has the last word on an answer; `last` is the one before it on this page. */
  reconsider?: (answer: FormState, last: FormState | undefined) => FormState | Promise<FormState>
  /** Called before the page is left for the `to` of an answer, which waits until it has resolved. */
  before?: () => Promise<unknown>
  /** Where to go instead of `to`, asked when the answer has come; undefined: there. */
  instead?: () => string | undefined
  /** Called once for each answer that did what was asked. */
  onDone?: () => void
}

/** A form, as <Form>, <Field> and <Choices> want it. */
export type ActionForm = ReturnType<typeof useActionForm>

/**
 * A form that is checked in the browser by the schema that the server checks with, that keeps everything typed when
 * the server says no or cannot be reached, and that works as a plain form where scripts do not run.
 *
 * ```tsx
 * const form = useActionForm({ id: 'name', action: rename, schema: nameSchema, values: { name }, errors })
 * return (
 *   <Form of={form} title={labels.problems}>
 *     <Field of={form} name="name" label={labels.name} hint={labels.hint} dir="auto" />
 *     <Submit of={form}>{labels.save}</Submit>
 *     <p role="status">{form.said && labels.saved}</p>
 *   </Form>
 * )
 * ```
 *
 * When the session has ended meanwhile, what was typed is put back once the same person opens the form again (draft.ts).
 * `said` is what the action answered when it did what was asked. An answer with `to` leads there, with a page of its own.
 */
export function useActionForm<Said extends object>({ id, action, schema, values, errors, at, reconsider, before, instead, onDone }: Options<Said>) {
  const path = usePathname()
  // Without scripts the answer comes with the page. With them it is asked for below, where a lost connection can be caught.
  // Its address tells the forms of a page apart: an answer goes to the one whose address it was sent to.
  const [first, plain] = useActionState(action as FormAction, null, `${path}?${id}`)
  const [latest, setLatest] = useState<FormState | null | undefined>()
  const [attempt, setAttempt] = useState(0)
  const [busy, start] = useTransition()
  const [owner] = useState(ownerNow)
  const [draft] = useState(() => draftOf(owner, id))
  const summary = useRef<HTMLDivElement>(null)
  const led = useRef(0)
  const state = latest === undefined ? first : latest
  const failed = state?.ok === false ? state : undefined
  const place = failed?.error && at?.[failed.error]
  // A new object at every turn would be taken for a new answer, without end.
  const known = useMemo(
    () => failed && asFieldErrors(place && failed.error ? { [place]: failed.error } : failed.errors),
    [failed, place],
  )
  // No default values: what is typed before the page has come to life would give way to them.
  const form = useForm({
    resolver: checking(id, schema),
    errors: known,
    shouldFocusError: false,
  })

  const done = useEffectEvent(() => onDone?.())
  useEffect(() => {
    if (state?.ok === false) setAttempt((count) => count + 1)
    else if (state) done()
  }, [state])
  // The summary may be drawn later than the attempt is counted.
  useEffect(() => {
    if (led.current === attempt || !summary.current) return
    led.current = attempt
    summary.current.focus()
  })

  const send = (sent: FormData, typed: Values) =>
    start(async () => {
      const answer = await action(null, sent).catch((error: unknown) => {
        unstable_rethrow(error)
        return unreached(sent)
      })
      const judged = (await reconsider?.(answer, state ?? undefined)) ?? answer
      const told = afterDraft(judged, owner, id, typed)
      later(() => setLatest(told))
      // Not in an effect: who has just signed out may lose this form before it runs.
      if (!told.ok || !('to' in told)) return
      await before?.().catch(() => {})
      location.assign(instead?.() ?? String(told.to))
    })

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    if (busy) return
    void form.handleSubmit(
      () => send(new FormData(element), typedIn(element)),
      () => setAttempt((count) => count + 1),
    )(event)
  }

  const shown = form.formState.errors
  return {
    id,
    busy: busy || Boolean(state?.ok && 'to' in state),
    said: state?.ok ? (state as { ok: true } & Said) : undefined,
    /** What was typed when it was last sent in vain. */
    kept: failed?.values,
    summary,
    /** Forgets what was sent and answered. */
    clear: () => {
      setLatest(null)
      form.reset()
    },
    props: { id, action: plain, onSubmit, noValidate: true },
    /** The sentence at a field. */
    error: (name: string): string | undefined => {
      const key = shown[name]?.message
      return typeof key === 'string' ? sentenceOf(errors, key) : undefined
    },
    /** Names of the fields with an error. */
    faults: Object.keys(shown),
    /** The sentence about the whole form. */
    trouble: failed?.error && !place ? sentenceOf(errors, failed.error, failed.retryAfter) : undefined,
    /** The way back in, where the session has ended. */
    signIn: failed?.error?.startsWith(signedOut)
      ? { href: href(path.split('/')[1] as Locale, '/sign-in'), text: sentenceOf(errors, 'access.errors.signInLink') }
      : undefined,
    /** That what was typed before the session ended stands in the fields again. */
    putBack: draft && !state ? sentenceOf(errors, 'access.errors.putBack') : undefined,
    /** For an <input>, <select> or <textarea> of your own. */
    input: (name: string) => ({
      ...form.register(name),
      id: `${id}-${name}`,
      defaultValue: failed?.values[name] ?? draft?.[name] ?? values[name] ?? '',
      'aria-invalid': Boolean(shown[name]) || undefined,
    }),
    /** For a radio or checkbox of your own. */
    choice: (name: string, value: string) => ({
      ...form.register(name),
      value,
      defaultChecked: (failed?.values[name] ?? draft?.[name] ?? values[name]) === value,
    }),
  }
}

/** What is checked is what would be sent, read from the page itself. */
function checking(id: string, schema: z.ZodObject): Resolver {
  const check = zodResolver(schema as never) as unknown as Resolver
  return (values, context, options) => {
    const form = document.getElementById(id)
    return check((form instanceof HTMLFormElement && valuesOf(new FormData(form))) || values, context, options)
  }
}

const asFieldErrors = (errors: Values): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, message]) => [name, { type: 'server', message }]))

const signedOut = 'access.errors.signIn'

/** Keeps what was typed when the session has ended meanwhile, and says so; forgets it once it has been sent. */
function afterDraft(answer: FormState, owner: string, id: string, typed: Values): FormState {
  if (answer.ok) dropDraft(owner, id)
  else if (answer.error === signedOut && keepDraft(owner, id, typed)) return { ...answer, error: 'access.errors.signInKept' }
  return answer
}

/** The server was not reached, or did not answer: nothing typed is lost. */
function unreached(sent: FormData): FormState {
  const values = Object.fromEntries([...sent].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  return { ok: false, errors: {}, error: navigator.onLine ? 'access.errors.unexpected' : 'access.errors.offline', values }
}
