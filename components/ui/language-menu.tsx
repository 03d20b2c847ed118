'use client'

import { usePathname } from 'next/navigation'
import { direction, type Locale, localeNames, locales } from '@/lib/i18n/locales'
import { check, languages } from './glyphs'
import { Icon } from './icon'

/** Leads to the same place in another language: same page, same part of it. Plain links, so it works without scripts. */
export function LanguageMenu({ locale, label }: { locale: Locale; label: string }) {
  const path = usePathname()
  const rest = path.replace(/^\/[^/]+/, '')
  return (
    <details className="menu">
      <summary>
        <span className="vh">{label}: </span>
        <Icon of={languages} />
        <span className="lang-name">{localeNames[locale]}</span>
      </summary>
      <ul className="menu-list">
        {locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}${rest}`}
              lang={other}
              hrefLang={other}
              dir={direction(other)}
              aria-current={other === locale || undefined}
              onClick={(event) => {
                event.currentTarget.hash = window.location.hash
              }}
            >
              {localeNames[other]}
              {other === locale && <Icon of={check} />}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
