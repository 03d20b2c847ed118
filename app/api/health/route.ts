import { route } from '@/lib/access/door'

/** The process answers. */
export const GET = route({ permission: 'public', handle: () => ({ alive: true }) })
