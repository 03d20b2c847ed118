import type { ComponentProps, ReactNode } from 'react'
import { circleAlert } from './form-glyphs'
import { Icon } from './icon'
import type { ActionForm } from './use-action-form'
import './styles/form.css'

interface FormProps {
  of: ActionForm
  /** Above what has to be put right. */
  title: string
  children: ReactNode
}

/** A form of useActionForm. What has to be put right stands on top, with a way to each field, and takes the focus. */
export function Form({ of, title, children }: FormProps) {
  const { faults, trouble, signIn, putBack } = of
  return (
    <form {...of.props} className="stack form">
      {(trouble || faults.length > 0) && (
        <div className="note summary" data-tone="fix" role="alert" tabIndex={-1} ref={of.summary}>
          <Icon of={circleAlert} />
          {trouble && faults.length === 0 ? (
            <div>
              <p>{trouble}</p>
              {signIn && <p><a href={signIn.href}>{signIn.text}</a></p>}
            </div>
          ) : (
            <div>
              <p className="strong">{title}</p>
              <ul>
                {faults.map((name) => (
                  <li key={name}><a href={`#${of.id}-${name}`}>{of.error(name)}</a></li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
      {putBack && <p className="note" data-tone="now" role="status">{putBack}</p>}
      {children}
    </form>
  )
}

/** The button that sends a form. While it is on its way a second press does nothing. */
export const Submit = ({ of, className = 'btn', ...props }: { of: ActionForm } & ComponentProps<'button'>) => (
  <button {...props} className={className} type="submit" aria-disabled={of.busy || undefined} />
)
