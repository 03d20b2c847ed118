import { useTranslations } from 'next-intl'
import { chapters } from '@/lib/courses/counter-card'
import type { getCard } from '@/lib/courses/queries'
import { cardPath, href, lessonPath } from '@/lib/i18n/href'
import { direction, type Locale, localeNames } from '@/lib/i18n/locales'
import { PrintCard } from './print-card'
import { RichText } from './rich-text'
import { TermNotes } from './term-notes'
import { arrowLeft, arrowRight, lifeBuoy, phone } from '../ui/glyphs'
import { Icon } from '../ui/icon'
import '../ui/styles/counter-card.css'

type Card = Awaited<ReturnType<typeof getCard>>

/** One card, whole on the screen of a phone: what to say, what to do, what to avoid, whom to call. */
export function CounterCard({ card, locale }: { card: Card; locale: Locale }) {
  const t = useTranslations('courses.cards')
  const help = useTranslations('help')
  const l = useTranslations('courses.lesson')
  /** The card may be in another language than the page. */
  const written = { lang: card.lang, dir: direction(card.lang) }
  const other = card.lang !== locale
  return (
    <main id="main" className="wrap card-page" tabIndex={-1}>
      <article className="cc" aria-labelledby="card">
        <header className="cc-top">
          <h1 id="card" {...written}>{card.title}</h1>
          <p className="cc-tab">{t('number', { number: card.number })}</p>
        </header>
        <div className="cc-body">
          {(card.lead || other || card.draft) && (
            <p className="cc-lead">
              <span {...written}>{card.lead}</span>
              {other && <span className="tag" {...written}>{localeNames[card.lang as Locale]}</span>}
              {card.draft && <span className="tag" data-tone="now">{l('term.draft')}</span>}
            </p>
          )}
          {chapters(card.body).map(({ heading, text }, n) => (
            <section key={n} className="cc-sec" aria-labelledby={heading && `card-${n}`} {...written}>
              {heading && <h2 id={`card-${n}`}>{heading}</h2>}
              <div className="cc-lines"><RichText rich={text} locale={locale} course={card.courseId} /></div>
            </section>
          ))}
        </div>
        <section className="cc-call" aria-labelledby="call">
          <h2 id="call">{t('danger')}</h2>
          <a className="btn" href="tel:112" aria-label={help.markup('call', { number: () => '112' })}>
            <Icon of={phone} />
            <bdi dir="ltr">112</bdi>
          </a>
          <a className="link" href={href(locale, '/help')}><Icon of={lifeBuoy} />{help('title')}</a>
        </section>
        <footer className="cc-more">
          <Around card={card} locale={locale} />
          <PrintCard labels={{ a6: t('printA6'), a4: t('printA4') }} />
          <p className="small muted">{t('kept')}</p>
          {other && <p className="note">{t('otherLanguage', { language: localeNames[locale], shown: localeNames[card.lang as Locale] })}</p>}
          {card.draft && <p className="note" data-tone="now">{l('draft')}</p>}
          {card.lesson && (
            <p>
              <a className="link" href={href(locale, lessonPath(card.courseId, card.lesson.id))}>
                <span>{t.rich('lesson', { title: () => <bdi lang={card.lesson?.lang}>{card.lesson?.title}</bdi> })}</span>
              </a>
            </p>
          )}
        </footer>
      </article>
      <TermNotes terms={card.terms} locale={locale} course={card.courseId} />
    </main>
  )
}

/** The cards before and after, and all of them. */
function Around({ card: { previous, next }, locale }: { card: Card; locale: Locale }) {
  const t = useTranslations('courses.cards')
  return (
    <nav className="cc-around" aria-label={t('title')}>
      {previous !== undefined && (
        <a className="link" href={href(locale, cardPath(previous))} rel="prev"><Icon of={arrowLeft} flip />{t('previous')}</a>
      )}
      <a className="link" href={href(locale, '/cards')}>{t('all')}</a>
      {next !== undefined && (
        <a className="link" href={href(locale, cardPath(next))} rel="next">{t('next')}<Icon of={arrowRight} flip /></a>
      )}
    </nav>
  )
}
