import { SignInView } from '@/components/people/sign-in-view'
import { page } from '@/lib/access/door'
import { env, hasOutbox } from '@/lib/env'
import { titled } from '@/lib/i18n/titled'
import { codeLife } from '@/lib/people/code'
import { enterAsDemo } from '@/lib/progress/actions'

export const generateMetadata = titled('signIn')

/** The same page for everyone, and nothing in it tells who has been here. */
export default page({
  permission: 'public',
  render: ({ locale }) => (
    <SignInView locale={locale} codeLife={codeLife / 60_000} outbox={hasOutbox()} demo={env().DEMO ? enterAsDemo : undefined} />
  ),
})
