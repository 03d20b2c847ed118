import { unsent } from './exchange'
import { subscribeSync, syncState } from './sync-state'

/**
 * At a shared computer nothing outlives the page for certain: while something cannot be sent, every page says so. My
 * learning has a place of its own for that (kept-where.tsx).
 */
export async function watchStay(): Promise<void> {
  const { lang } = document.documentElement
  const { default: words } = await import(`../../messages/${lang}/progress.json`)
  const line = document.createElement('p')
  line.className = 'note stay'
  line.dataset.tone = 'now'
  line.setAttribute('role', 'status')
  const show = () => {
    const stuck = ['offline', 'failed'].includes(syncState()) && unsent().length > 0
    line.textContent = stuck ? words.sync.stay : ''
    if (!stuck) line.remove()
    else if (!document.querySelector('.kept-where')) document.querySelector('main')?.prepend(line)
  }
  subscribeSync(show)
  show()
}
