import type { ComponentProps, ReactNode } from 'react'
import { circleAlert } from './form-glyphs'
import { Icon } from './icon'
import type { ActionForm } from './use-action-form'

interface Named {
  of: ActionForm
  name: string
  label: ReactNode
  hint?: ReactNode
}

/** One line to type in: label, hint, error, then the input. Free text wants `dir="auto"`. */
export function Field({ of, name, label, hint, ...rest }: Named & Omit<ComponentProps<'input'>, 'id' | 'name' | 'defaultValue'>) {
  const input = of.input(name)
  return (
    <div className="field" data-fault={of.error(name) ? '' : undefined}>
      <label htmlFor={input.id}>{label}</label>
      {hint && <p className="hint" id={`${input.id}-hint`}>{hint}</p>}
      <FieldError of={of} name={name} />
      <input className="input" {...input} aria-describedby={describing(of, name, Boolean(hint))} {...rest} />
    </div>
  )
}

/** One of a few, each with a line about what it brings. */
export function Choices({ of, name, label, hint, choices }: Named & { choices: { value: string; label: ReactNode; hint?: ReactNode }[] }) {
  const id = `${of.id}-${name}`
  return (
    <fieldset className="field-set" aria-describedby={describing(of, name, Boolean(hint))} data-fault={of.error(name) ? '' : undefined}>
      <legend className="legend">{label}</legend>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      <FieldError of={of} name={name} />
      {choices.map((choice, index) => (
        <div key={choice.value}>
          <label className="check">
            <input
              type="radio"
              {...of.choice(name, choice.value)}
              // The summary leads to the first one.
              id={index === 0 ? id : `${id}-${choice.value}`}
              aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
            />
            <span>{choice.label}</span>
          </label>
          {choice.hint && <p className="hint check-hint" id={`${id}-${choice.value}-hint`}>{choice.hint}</p>}
        </div>
      ))}
    </fieldset>
  )
}

/** A box to tick, sent as `yes`. */
export function Tick({ of, name, label }: Omit<Named, 'hint'>) {
  const id = `${of.id}-${name}`
  return (
    <div className="field" data-fault={of.error(name) ? '' : undefined}>
      <FieldError of={of} name={name} />
      <label className="check">
        <input type="checkbox" {...of.choice(name, 'yes')} id={id} aria-invalid={Boolean(of.error(name)) || undefined} aria-describedby={describing(of, name, false)} />
        <span>{label}</span>
      </label>
    </div>
  )
}

/** The sentence at a field that has to be put right. */
const FieldError = ({ of, name }: { of: ActionForm; name: string }) => {
  const sentence = of.error(name)
  return sentence ? (
    <p className="error" id={`${of.id}-${name}-error`}>
      <Icon of={circleAlert} />
      {sentence}
    </p>
  ) : null
}

/** Ids of what is said about a field. */
const describing = (of: ActionForm, name: string, hint: boolean): string | undefined =>
  [hint && `${of.id}-${name}-hint`, of.error(name) && `${of.id}-${name}-error`].filter(Boolean).join(' ') || undefined
