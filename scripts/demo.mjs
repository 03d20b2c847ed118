import { Refusal } from './refusal.mjs'

/** Whether a setting says yes; lib/env.ts reads them alike. */
export const isOn = (text = '') => ['1', 'true', 'yes'].includes(text.toLowerCase())

/** Whether only this machine reaches a server that listens on `host`. */
const isLoopback = (host) => /^(?:localhost|::1|127(?:\.\d{1,3}){3})$/.test(host)

/**
 * Whether this installation is a demonstration, in which anybody signs in as anybody with one click. It is one when
 * DEMO says so; and when nothing says that other people are to reach it, as after a fresh clone.
 * @param {Record<string, string | undefined>} env
 * @returns {boolean}
 * @throws {Refusal} other people could reach the demonstration
 */
export function demoFrom({ DEMO, PUBLIC_URL, SMTP_URL, HOST, TRUST_PROXY }) {
  const open = PUBLIC_URL ? `PUBLIC_URL is ${PUBLIC_URL}`
    : HOST && !isLoopback(HOST) ? `HOST is ${HOST}`
      : isOn(TRUST_PROXY) ? 'TRUST_PROXY says that a proxy stands in front' : undefined
  const demo = DEMO ? isOn(DEMO) : !open && !SMTP_URL
  if (demo && open) {
    throw new Refusal(`DEMO is on and ${open}: anybody could sign in as anybody. `
      + 'Set DEMO=0, or let only this machine reach Haven.')
  }
  return demo
}

/**
 * What the person who starts Haven has to know about signing in.
 * @param {{ demo: boolean, dev: boolean, SMTP_URL?: string }} installation
 * @returns {string | undefined}
 */
export function aboutSignIn({ demo, dev, SMTP_URL }) {
  if (demo) return 'This is a demonstration: anybody signs in with one click, and mail is shown at /en/outbox. DEMO=0 ends that.'
  return SMTP_URL || dev ? undefined : 'No mail server is set (SMTP_URL), so nobody can sign in by mail.'
}
