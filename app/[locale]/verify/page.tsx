import { VerifyView } from '@/components/certificates/verify-view'
import { page } from '@/lib/access/door'
import { issuerKeys } from '@/lib/certificates/issuer-keys'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('verify')

/** The same page for everyone, with the keys that signatures are checked by, so that it works without a network. */
export default page({
  permission: 'public',
  render: ({ locale }) => (
    <VerifyView locale={locale} trusted={issuerKeys().trusted.map(({ publicKeyMultibase }) => publicKeyMultibase)} />
  ),
})
