/** Places to turn to. Every row is a starter row: its number must be checked by two people before a city relies on it. */
export interface HelpRow {
  id: string
  country: 'EU' | 'BE' | 'NL' | 'PT' | 'LU'
  kind: 'emergency' | 'police' | 'sexualViolence' | 'violence' | 'victims'
  /** The name it goes by where it is: never translated. */
  name: string
  /** Language of the name. */
  lang: string
  phone?: string
  sms?: string
  /** Languages answered in, as far as the source says. */
  speaks?: string[]
  /** Message key under `help.notes`. */
  note?: 'centres' | 'hours2020'
  /** Where we read it, and when that was published or read. */
  source: string
  date: string
}

/** Starter rows of the curriculum (§7.6). All still to be verified. */
export const rows: HelpRow[] = [
  { id: 'eu-112', country: 'EU', kind: 'emergency', name: '112', lang: 'en', phone: '112', source: 'European emergency number', date: '2026' },
  { id: 'be-101', country: 'BE', kind: 'police', name: 'Police / Politie', lang: 'fr', phone: '101', source: 'Curriculum, starter row', date: '2026' },
  { id: 'be-1712', country: 'BE', kind: 'violence', name: '1712', lang: 'nl', phone: '1712', speaks: ['nl'], source: 'Curriculum, starter row', date: '2026' },
  { id: 'be-ecoute', country: 'BE', kind: 'violence', name: 'Écoute violences conjugales', lang: 'fr', phone: '0800 30 030', speaks: ['fr'], source: 'ecouteviolencesconjugales.be', date: '2026' },
  { id: 'be-sosviol', country: 'BE', kind: 'sexualViolence', name: 'SOS Viol', lang: 'fr', phone: '0800 98 100', speaks: ['fr'], source: 'Wallonie (Région wallonne)', date: '2026' },
  { id: 'be-centres', country: 'BE', kind: 'sexualViolence', name: 'Zorgcentrum na Seksueel Geweld', lang: 'nl', note: 'centres', source: 'Orde der artsen / Ordre des médecins', date: '2023' },
  { id: 'nl-csg', country: 'NL', kind: 'sexualViolence', name: 'Centrum Seksueel Geweld', lang: 'nl', phone: '0800 0188', speaks: ['nl'], source: 'GGD, CSG', date: '2026' },
  { id: 'nl-veiligthuis', country: 'NL', kind: 'violence', name: 'Veilig Thuis', lang: 'nl', phone: '0800 2000', speaks: ['nl'], source: 'Gemeenten over Veilig Thuis', date: '2026' },
  { id: 'pt-cig', country: 'PT', kind: 'violence', name: 'Serviço de Informação a Vítimas de Violência Doméstica', lang: 'pt', phone: '800 202 148', sms: '3060', speaks: ['pt'], source: 'CIG', date: '2026' },
  { id: 'pt-apav', country: 'PT', kind: 'victims', name: 'APAV', lang: 'pt', phone: '116 006', speaks: ['pt'], source: 'CIG', date: '2026' },
  { id: 'lu-113', country: 'LU', kind: 'police', name: 'Police', lang: 'fr', phone: '113', source: 'L’essentiel', date: '2020' },
  { id: 'lu-helpline', country: 'LU', kind: 'violence', name: 'Helpline', lang: 'fr', phone: '2060 1060', note: 'hours2020', source: 'L’essentiel', date: '2020' },
]

export const countries = ['EU', 'BE', 'NL', 'PT', 'LU'] as const
