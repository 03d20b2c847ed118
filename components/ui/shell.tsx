import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { LanguageMenu } from './language-menu'
import { Mark } from './mark'
import { MainNav } from './main-nav'
import { logOut, search, userRound } from './glyphs'
import { Icon } from './icon'

/** What stands on every page: the way out first, then language, navigation and the small print. */
export function Shell({ locale, demo, children }: { locale: Locale; demo: boolean; children: ReactNode }) {
  const t = useTranslations('site')
  const nav = {
    label: t('nav.label'),
    links: [
      { href: href(locale, '/courses'), text: t('nav.courses') },
      { href: href(locale, '/learn'), text: t('nav.learn') },
      { href: href(locale, '/cards'), text: t('nav.cards') },
      { href: href(locale, '/help'), text: t('nav.help') },
      { href: href(locale, '/search'), text: t('nav.search'), icon: search },
      { href: href(locale, '/sign-in'), text: t('nav.account'), icon: userRound },
    ],
  }
  return (
    <>
      <a className="skip" href="#main">{t('skip')}</a>
      <a className="skip" href="#leave">{t('skipToLeave')}</a>
      <header className="bar">
        <div className="bar-in wrap">
          <a className="brand" href={href(locale)}>
            <Mark />
            <span className="name">{t('name')}</span>
            {demo && <span className="tag">{t('demo.tag')}</span>}
          </a>
          <LanguageMenu locale={locale} label={t('language')} />
          <a className="leave" id="leave" href="/leave" rel="nofollow noreferrer">
            <Icon of={logOut} flip />
            <span>{t('leave.link')}</span>
            <span className="vh">. {t('leave.hint')}</span>
          </a>
        </div>
      </header>
      <p className="vh" role="status" data-leave-status data-two={t('leave.two')} data-one={t('leave.one')} />
      <div hidden id="on-error" data-title={t('error.title')} data-text={t('error.text')} data-again={t('error.again')} />
      <MainNav {...nav} />
      {children}
      <MainNav {...nav} end />
      <footer className="foot">
        <div className="wrap stack">
          {demo && <p>{t('demo.text')}</p>}
          <nav aria-label={t('foot.label')}>
            <ul>
              <li><a href={href(locale, '/help')}>{t('foot.help')}</a></li>
              <li><a href={href(locale, '/glossary')}>{t('foot.glossary')}</a></li>
              <li><a href={href(locale, '/settings')}>{t('foot.settings')}</a></li>
              <li><a href={href(locale, '/verify')}>{t('foot.verify')}</a></li>
              <li><a href={href(locale, '/about#accessibility')}>{t('foot.accessibility')}</a></li>
              <li><a href={href(locale, '/about#privacy')}>{t('foot.privacy')}</a></li>
              <li><a href={href(locale, '/about#making')}>{t('foot.making')}</a></li>
            </ul>
          </nav>
          <p>
            {t('foot.history')} <a href={href(locale, '/about#history')}>{t('foot.clear')}</a>
          </p>
        </div>
      </footer>
    </>
  )
}
