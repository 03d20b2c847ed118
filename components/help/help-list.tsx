import { useFormatter, useTranslations } from 'next-intl'
import { countries, type HelpRow, rows } from '@/lib/help/directory'
import type { Locale } from '@/lib/i18n/locales'
import '../ui/styles/help.css'

/** Every place to turn to, by country. Numbers are links, always written left to right. */
export function HelpList({ locale }: { locale: Locale }) {
  const t = useTranslations('help')
  return countries.map((country) => (
    <section key={country} className="help-country" aria-labelledby={`help-${country}`}>
      <h2 className="h3" id={`help-${country}`}>{t(`countries.${country}`)}</h2>
      <ul className="plain help-rows">
        {rows.filter((row) => row.country === country).map((row) => <Row key={row.id} row={row} locale={locale} />)}
      </ul>
    </section>
  ))
}

function Row({ row, locale }: { row: HelpRow; locale: Locale }) {
  const t = useTranslations('help')
  const format = useFormatter()
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  return (
    <li className="help-row">
      <p className="muted small">{t(`kinds.${row.kind}`)}</p>
      <p className="strong"><bdi lang={row.lang}>{row.name}</bdi></p>
      {row.phone && (
        <p>
          <a className="btn btn-2" href={`tel:${row.phone.replaceAll(' ', '')}`}>
            {t.rich('call', { number: () => <bdi dir="ltr">{row.phone}</bdi> })}
          </a>
        </p>
      )}
      {row.sms && <p>{t.rich('sms', { number: () => <bdi dir="ltr">{row.sms}</bdi> })}</p>}
      {row.note && <p>{t(`notes.${row.note}`)}</p>}
      {row.speaks && <p className="small">{t('languages', { languages: format.list(row.speaks.map((code) => languages.of(code) ?? code)) })}</p>}
      <p className="small muted"><span className="tag">{t('verify')}</span> {t('source', { source: row.source, date: row.date })}</p>
    </li>
  )
}
