import { OfflineSection } from '@/components/courses/offline-section'
import { SettingsView } from '@/components/people/settings-view'
import { page } from '@/lib/access/door'
import { listCourses } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('settings')

/** The same page for everyone: device and account are asked by the browser. */
export default page({
  permission: 'public',
  render: async ({ actor, locale }) => (
    <SettingsView locale={locale} offline={<OfflineSection courses={await listCourses(actor, locale)} />} />
  ),
})
