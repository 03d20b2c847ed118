'use client'

import { href } from '@/lib/i18n/href'
import { AddressIn } from './sign-in-address'
import type { Me } from './account'
import { SignOut, type SignOutProps } from './sign-out'

/** Who is signed in already, and the ways out. @param me undefined while the server is being asked */
export function SignInAccount({ me, ...props }: SignOutProps & { me: Me | undefined }) {
  const { locale, labels } = props
  return (
    <div className="stack" aria-busy={!me}>
      <p className="read" role="status">
        {me?.email ? <AddressIn sentence={labels.as} email={me.email} /> : labels.signedIn}
      </p>
      <p><a className="btn" href={href(locale, '/learn')}>{labels.learn}</a></p>
      <hr />
      <h2 className="h3">{labels.out}</h2>
      <SignOut {...props} />
    </div>
  )
}
