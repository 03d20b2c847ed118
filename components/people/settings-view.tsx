import { useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { href } from '@/lib/i18n/href'
import { direction, type Locale, localeNames, locales } from '@/lib/i18n/locales'
import { check } from '../ui/glyphs'
import { Icon } from '../ui/icon'
import { SettingsAccount } from './settings-account'
import { SettingsChoice } from './settings-choice'
import { SignOut } from './sign-out'
import { YourRecords } from './your-records'
import '../ui/styles/sign-in.css'
import '../ui/styles/settings.css'

/** What belongs to this device, and what belongs to the account. @param offline the section about kept pages */
export function SettingsView({ locale, offline }: { locale: Locale; offline: ReactNode }) {
  const t = useTranslations('people.settings')
  const { access, people } = useMessages()
  const errors = { access: access.errors, people: people.errors }
  return (
    <main id="main" className="page wrap narrow" tabIndex={-1}>
      <div className="settings">
        <div className="stack">
          <h1 className="h2">{t('title')}</h1>
          <p className="read">{t('lead')}</p>
        </div>
        <section className="panel settings-panel" aria-labelledby="device">
          <h2 className="h3" id="device">{t('device')}</h2>
          <Languages locale={locale} />
          <DeviceChoices />
          <noscript><p>{t('scripts')}</p></noscript>
        </section>
        {offline}
        <section className="panel settings-panel" aria-labelledby="account">
          <h2 className="h3" id="account">{t('account')}</h2>
          <noscript>
            <div className="stack">
              <p>{people.account.unseen}</p>
              <p><a className="link" href={href(locale, '/sign-in')}>{people.signIn.title}</a></p>
              <SignOut locale={locale} labels={people.account} problems={people.signIn.problems} errors={errors} />
              <YourRecords locale={locale} labels={people.yours} problems={people.signIn.problems} errors={errors} />
            </div>
          </noscript>
          <SettingsAccount
            locale={locale}
            labels={people.settings}
            signIn={people.signIn.title}
            out={people.account}
            yours={people.yours}
            problems={people.signIn.problems}
            errors={errors}
          />
        </section>
      </div>
    </main>
  )
}

function Languages({ locale }: { locale: Locale }) {
  const t = useTranslations('people.settings')
  return (
    <nav aria-labelledby="languages">
      <h3 className="legend" id="languages">{t('language')}</h3>
      <ul className="settings-languages">
        {locales.map((each) => (
          <li key={each}>
            <a
              href={href(each, '/settings')}
              lang={each}
              hrefLang={each}
              dir={direction(each)}
              aria-current={each === locale || undefined}
            >
              {localeNames[each]}
              {each === locale && <Icon of={check} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function DeviceChoices() {
  const t = useTranslations('people.settings')
  return (
    <>
      <SettingsChoice
        setting="text"
        legend={t('size')}
        choices={[['small', t('sizes.small')], ['', t('sizes.medium')], ['large', t('sizes.large')], ['larger', t('sizes.larger')]]}
      />
      <SettingsChoice
        setting="theme"
        legend={t('theme')}
        choices={[['', t('themes.system')], ['light', t('themes.light')], ['dark', t('themes.dark')]]}
      />
      <SettingsChoice
        setting="rate"
        legend={t('rate')}
        hint={t('rateHint')}
        choices={[['0.7', t('rates.slowest')], ['0.85', t('rates.slower')], ['', t('rates.usual')], ['1.15', t('rates.faster')], ['1.3', t('rates.fastest')]]}
      />
    </>
  )
}
