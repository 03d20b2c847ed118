import { hasLocale } from 'next-intl'
import { kindOf } from '@/lib/courses/kinds'
import type { Block } from '@/lib/courses/lesson'
import { type Locale, locales } from '@/lib/i18n/locales'
import { loadMessagesOf } from '@/lib/i18n/messages'
import { ContentNote } from '../ui/content-note'
import { Icon } from '../ui/icon'
import { BlockStop } from './block-stop'
import type { KindProps } from './kind-props'
import { faceOf } from './kinds'
import { ReadCard } from './read-card'
import { renderBlock } from './render'

interface Props {
  block: Block
  /** Id of what comes after: where "Skip this part" leads without scripts. */
  next: string
  place: { course: string; lesson: string; revision: number }
  /** The language of the page, in which links lead on. */
  locale: Locale
  /** The language of the lesson, in which the block speaks as a whole; the page's when not said. */
  lang?: string
}

/** One block on the thread: what it is, its heading, the content note before it opens, and its view. */
export async function BlockFrame({ block, next, place, locale, lang }: Props) {
  const { blocks: shared, kinds: labels } = await loadMessagesOf(hasLocale(locales, lang) ? lang : locale, 'courses')
  const face = faceOf(block.kind)
  const here = { ...place, block: block.id }
  const { counts } = kindOf(block.kind)
  const view = (
    <face.View
      {...({
        block: renderBlock(block, { locale, course: place.course }),
        labels: labels[block.kind],
        shared,
        place: here,
      } as unknown as KindProps<never>)}
    />
  )
  const ways = block.instead && <ReadCard card={block.instead} place={here} label={shared.card} />
  return (
    <BlockStop
      place={here}
      next={next}
      kind={labels[block.kind].name}
      icon={<Icon of={face.glyph} flip={face.flip} />}
      heading={face.ownHeading ? undefined : block.heading}
      counts={counts}
      canSkip={counts || block.note !== undefined}
      labels={shared}
    >
      {block.note ? (
        <ContentNote note={block.note} labels={shared} ways={ways}>{view}</ContentNote>
      ) : (
        <>
          {ways && <p className="ways">{ways}</p>}
          {view}
        </>
      )}
    </BlockStop>
  )
}
