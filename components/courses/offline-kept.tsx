'use client'

import { useEffect, useState } from 'react'
import { written } from '@/lib/i18n/locales'
import { keptPaths } from './offline-store'

interface Lesson {
  href: string
  title: string
  lang: string
}

/** Of all lessons, those that this device has. */
export function OfflineKept({ lessons, heading }: { lessons: Lesson[]; heading: string }) {
  const [kept, setKept] = useState<Lesson[]>([])
  useEffect(() => {
    void keptPaths().then((paths) => setKept(lessons.filter(({ href }) => paths.includes(href))))
  }, [lessons])
  if (kept.length === 0) return null
  return (
    <section className="stack" aria-labelledby="kept">
      <h2 className="h3" id="kept">{heading}</h2>
      <ul className="plain">
        {kept.map(({ href, title, lang }) => <li key={href}><a href={href}><bdi {...written(lang)}>{title}</bdi></a></li>)}
      </ul>
    </section>
  )
}
