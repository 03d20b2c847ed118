'use server'

import { action } from '@/lib/access/door'
import { demoSchema } from '@/lib/people/schema'
import { enterDemo } from './demo'

export const enterAsDemo = action({ permission: 'public', input: demoSchema, handle: ({ actor, input }) => enterDemo(actor, input.who, input.locale) })
