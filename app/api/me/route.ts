import { route } from '@/lib/access/door'
import { getMe } from '@/lib/people/queries'

/** Who is signed in: for their own pages. 401 where nobody is. */
export const GET = route({ permission: 'account.own', handle: ({ actor }) => getMe(actor) })
