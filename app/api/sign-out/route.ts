import { z } from 'zod'
import { route } from '@/lib/access/door'
import { defaultLocale } from '@/lib/i18n/locales'
import { signOut } from '@/lib/people/sign-in'

/** For a page that leaves by itself (components/progress/quiet.ts); people use the form. Public: a session may have run out. */
export const POST = route({ permission: 'public', input: z.strictObject({}), handle: ({ actor }) => signOut(actor, defaultLocale) })
