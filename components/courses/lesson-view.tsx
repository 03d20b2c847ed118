import { useTranslations } from 'next-intl'
import type { getLesson } from '@/lib/courses/queries'
import { href, lessonPath } from '@/lib/i18n/href'
import { type Locale, localeNames, written } from '@/lib/i18n/locales'
import { BlockFrame } from './block'
import { LessonPlace } from './lesson-place'
import { LessonSources } from './lesson-sources'
import { LessonThread, type ThreadStop } from './lesson-thread'
import { LessonTools } from './lesson-tools'
import { RichText } from './rich-text'
import { SkipLesson } from './skip-lesson'
import { TermNotes } from './term-notes'
import { arrowLeft, arrowRight, clock, info, lifeBuoy } from '../ui/glyphs'
import { Icon } from '../ui/icon'

type Lesson = Awaited<ReturnType<typeof getLesson>>

/** One lesson, whole: the same for everyone, readable without scripts. What is personal is added on the device. */
export function LessonView({ lesson, locale }: { lesson: Lesson; locale: Locale }) {
  const t = useTranslations('courses.lesson')
  const { document, lang } = lesson
  const place = { course: lesson.course.id, lesson: lesson.id, revision: lesson.revision }
  const stops: ThreadStop[] = lesson.blocks.map(({ id, counts }, n) => ({ id, counts, lang, heading: document.blocks[n]?.heading ?? id }))
  const thread = {
    course: lesson.course.id,
    lesson: lesson.id,
    stops,
    labels: {
      inThis: t('inThis'),
      parts: stops.map((_, n) => t('part', { n: n + 1, total: stops.length })),
      states: { done: t('states.done'), skip: t('states.skip'), now: t('states.now'), todo: t('states.todo') },
    },
  }
  /** The lesson may be in another language than the page. */
  const here = written(lang)
  const card = document.blocks.find((block) => block.kind === 'card')
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <div className="lesson">
        <LessonThread {...thread} where="side" />
        <article>
          <header className="lesson-head">
            <nav className="crumbs" aria-label={t('breadcrumb')}>
              <ol>
                <li><a href={href(locale, `/courses/${lesson.course.id}`)} {...written(lesson.course.lang)}>{lesson.course.title}</a></li>
                <li><a href={href(locale, `/courses/${lesson.course.id}#m${lesson.module.id}`)} {...written(lesson.course.lang)}>{lesson.module.title}</a></li>
              </ol>
            </nav>
            <h1 className="h1" {...here}>{document.title}</h1>
            <div className="aim" {...here}><RichText rich={document.aim} locale={locale} course={lesson.course.id} /></div>
            <ul className="meta">
              <li><Icon of={clock} />{t('minutes', { count: lesson.minutes })}</li>
              <li>{t('lessonOf', { number: lesson.number, total: lesson.total })}</li>
            </ul>
            <LessonTools
              lang={lang}
              labels={{
                listen: t('listen'), stopListening: t('stopListening'), noVoice: t('noVoice'), textSize: t('textSize'), print: t('print'),
                sizes: { normal: t('sizes.normal'), large: t('sizes.large'), larger: t('sizes.larger') },
              }}
            />
          </header>
          {lang !== locale && (
            <p className="note">
              {t('otherLanguage', { language: localeNames[locale], shown: localeNames[lang as Locale] })}
            </p>
          )}
          {lesson.draft && <p className="note" data-tone="now">{t('draft')}</p>}
          {document.note && (
            <section className="cn" aria-labelledby="lesson-note">
              <div className="cn-row">
                <Icon of={info} />
                <h2 className="strong cn-title" id="lesson-note">{t('contentNote')}</h2>
                <p {...here}>{document.note}</p>
                <p className="row">
                  {card && <a className="link" href={`#${card.id}`}>{t('readCard')}</a>}
                  <SkipLesson place={place} blocks={lesson.blocks} label={t('skipLesson')} />
                </p>
                <p className="small muted">{t('skipCounts')}</p>
              </div>
            </section>
          )}
          <LessonThread {...thread} where="top" />
          <LessonPlace {...place} stops={stops} labels={{ resumed: t.raw('resumed'), fromStart: t('fromStart') }} />
          <div className="stops" {...here}>
            {document.blocks.map((block, n) => (
              <BlockFrame key={block.id} block={block} next={document.blocks[n + 1]?.id ?? 'next'} place={place} locale={locale} lang={lang} />
            ))}
          </div>
          <LessonEnd lesson={lesson} locale={locale} />
          <LessonSources sources={lesson.sources} title={t('sources')} />
        </article>
      </div>
      <TermNotes terms={lesson.terms} locale={locale} course={lesson.course.id} />
    </main>
  )
}

function LessonEnd({ lesson, locale }: { lesson: Lesson; locale: Locale }) {
  const t = useTranslations('courses.lesson')
  const at = (id: string) => href(locale, lessonPath(lesson.course.id, id))
  return (
    <div className="next" id="next" tabIndex={-1}>
      <div className="btns">
        <a className="btn" href={lesson.next ? at(lesson.next.id) : href(locale, `/courses/${lesson.course.id}/check`)}>
          {lesson.next ? t('next', { title: lesson.next.title, minutes: lesson.next.minutes }) : t('toCheck')}
          <Icon of={arrowRight} flip />
        </a>
        <a className="btn btn-2" href={href(locale, '/learn')}>{t('stopHere')}</a>
      </div>
      <p className="muted">{t('kept')}</p>
      {lesson.previous && (
        <p>
          <a className="link" href={at(lesson.previous.id)}>
            <Icon of={arrowLeft} flip />
            {t('previous', { title: lesson.previous.title })}
          </a>
        </p>
      )}
      <p className="note">
        <Icon of={lifeBuoy} />
        <span>{t('touches')} <a href={href(locale, '/help')}>{t('touchesHelp')}</a></span>
      </p>
    </div>
  )
}
