import type { Locale } from './locales'
import type { Messages as OurMessages } from './messages'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: OurMessages
  }
}
