import { z } from 'zod'
import { page } from '@/lib/access/door'
import { NotFound } from '@/lib/access/errors'

/** Every other address: the not-found page, in the language of the address and with the right status. */
export default page({
  permission: 'public',
  params: { rest: z.array(z.string()) },
  render: () => {
    throw new NotFound()
  },
})
