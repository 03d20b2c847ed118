import { useEffect, useState } from 'react'
import type { getMe } from '@/lib/people/queries'
import { useWho } from '../progress/sync-state'
import { who } from '../progress/who'
import { get } from '../ui/post'

/** Who is signed in on this device, as far as scripts may know: whose device store to use, and whether it may be one. */
export interface Account {
  /** `shared`: other people use this computer, so nothing of this person is kept on it. */
  kind: 'shared' | 'private'
  /** A name for the person that is the same on every device and leads back to nobody. */
  owner: string
}

function accountOf(person: string | undefined): Account | undefined {
  const [kind, owner] = person?.split('.') ?? []
  return owner ? { kind: kind as Account['kind'], owner } : undefined
}

/**
 * Who is signed in, or was until the session rested too long. Undefined: nobody; also on the server and while the page
 * comes to life. Another tab may sign in or out; whoever comes back to this one gets a new page.
 */
export function useAccount(): Account | undefined {
  const person = useWho()
  useEffect(() => {
    const check = () => person === who() || location.reload()
    addEventListener('focus', check)
    return () => removeEventListener('focus', check)
  }, [person])
  return accountOf(person)
}

/** As GET /api/me answers. */
export type Me = Awaited<ReturnType<typeof getMe>>

/** `nobody`: the session has ended. `unknown`: the server cannot be asked just now. undefined: it is being asked, or there is no account. */
export type WhoIAm = Me | 'nobody' | 'unknown' | undefined

/** Asks the server who is signed in, when the device says that somebody is. */
export function useMe(): WhoIAm {
  const account = useAccount()
  const owner = account?.owner
  const [me, setMe] = useState<WhoIAm>()
  useEffect(() => {
    let left = false
    setMe(undefined)
    if (!owner) return
    void get<Me>('/api/me').then(({ said, trouble }) => {
      if (!left) setMe(said ?? (trouble === 'access.errors.signIn' ? 'nobody' : 'unknown'))
    })
    return () => {
      left = true
    }
  }, [owner])
  return me
}
