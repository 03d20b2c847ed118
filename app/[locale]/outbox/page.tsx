import { OutboxView } from '@/components/people/outbox-view'
import { page } from '@/lib/access/door'
import { titled } from '@/lib/i18n/titled'
import { listOutbox } from '@/lib/mail/queries'

export const generateMetadata = titled('outbox')

// Whether there is an outbox is a setting of the running server, and what is in it changes.
export const dynamic = 'force-dynamic'

export default page({
  permission: 'public',
  render: async ({ actor }) => <OutboxView mails={await listOutbox(actor)} />,
})
