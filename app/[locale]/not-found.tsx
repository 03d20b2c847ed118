import { getLocale } from 'next-intl/server'
import { NotFoundView } from '@/components/ui/not-found-view'

export default async function NotFoundPage() {
  return <NotFoundView locale={await getLocale()} />
}
