import { route } from '@/lib/access/door'
import { issuerKeys } from '@/lib/certificates/issuer-keys'
import { env } from '@/lib/env'

/** The keys whose signatures count, for checking without a network: kept on the device, they say nothing of who checks. */
export const GET = route({
  permission: 'public',
  handle: () =>
    Response.json(
      { keys: issuerKeys().trusted, name: env().ISSUER_NAME },
      { headers: { 'cache-control': 'public, max-age=300' } },
    ),
})
