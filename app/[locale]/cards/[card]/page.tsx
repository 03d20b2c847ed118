import { getTranslations } from 'next-intl/server'
import type { Metadata } from 'next'
import { CounterCard } from '@/components/courses/counter-card'
import { page } from '@/lib/access/door'
import { getCard, getFirstCourseId } from '@/lib/courses/queries'
import { cardParams } from '@/lib/courses/schema'

/** Says which card, never what it is about. */
export async function generateMetadata({ params }: { params: Promise<{ card: string }> }): Promise<Metadata> {
  const t = await getTranslations('site.titles')
  return { title: t('card', { number: (await params).card }) }
}

/** Made at its first request, then kept: a build knows no course. */
export const generateStaticParams = () => []

export default page({
  permission: 'public',
  params: cardParams,
  render: async ({ actor, locale, params }) => (
    <CounterCard locale={locale} card={await getCard(actor, await getFirstCourseId(actor), params.card, locale)} />
  ),
})
