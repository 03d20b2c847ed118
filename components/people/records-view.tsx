import { useTranslations } from 'next-intl'
import { recordNames } from '@/lib/people/registry'
import '../ui/styles/records.css'

/** Every kind of record about people: what it is, why it is kept and how long. Made from the registry of the database. */
export function RecordsView() {
  const t = useTranslations('people.records')
  return (
    <>
      <h2 className="h2" id="records">{t('title')}</h2>
      <p>{t('text')}</p>
      <div className="records">
        {recordNames.map((name) => (
          <section key={name} aria-labelledby={`records-${name}`}>
            <h3 className="strong" id={`records-${name}`}>{t(`of.${name}.name`)}</h3>
            <p>{t(`of.${name}.what`)}</p>
            <dl>
              <dt>{t('why')}</dt>
              <dd>{t(`of.${name}.why`)}</dd>
              <dt>{t('until')}</dt>
              <dd>{t(`of.${name}.until`)}</dd>
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}
