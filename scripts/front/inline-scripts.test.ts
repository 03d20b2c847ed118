import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import type { ReactNode } from 'react'
import type { PipeableStream } from 'react-dom/server'
import { inlineScripts, isOwn } from './inline-scripts.mjs'

// The React that Next brings, which is not the one that is installed beside it.
const { createElement, Suspense, use } = jest.requireActual<typeof import('react')>('next/dist/compiled/react')
const { renderToPipeableStream } = jest.requireActual<typeof import('react-dom/server')>(
  'next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js',
)

const bootstrap = (data: unknown) =>
  `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(${JSON.stringify(data)});`
const nothing = { own: [], foreign: [] }

describe('an inline script that only hands over data', () => {
  it.each([
    '(self.__next_f=self.__next_f||[]).push([0])',
    'self.__next_f.push([1,"0:[\\"$\\",\\"p\\"]\\n"])',
    'self.__next_f.push([3,"AAEC"])',
    '(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,{"errors":[]}])',
    bootstrap({ otherChunks: ['static/chunks/310vm2bl3xxpt.js'], runtimeModuleIds: [94553] }),
    'requestAnimationFrame(function(){$RT=performance.now()});',
    '$RC("B:0","S:0")',
    '$RX("B:1","digest")',
  ])('is of Next: %s', (text) => expect(isOwn(text)).toBe(true))

  it('is of Next whatever the data are', () =>
    fc.assert(fc.property(fc.string(), (data) => isOwn(`self.__next_f.push([1,${JSON.stringify(data)}])`))))
})

describe('an inline script that does more', () => {
  it.each([
    '',
    'alert(1)',
    'self.__next_f.push([1,alert(1)])',
    'self.__next_f.push([1,""]);alert(1)',
    'alert(1);self.__next_f.push([1,""])',
    'self.__next_f.push([1,""+alert(1)])',
    'self.__next_f.push([1,`${alert(1)}`])',
    'self.__next_f.push([0])//\nalert(1)',
    'self.__next_f.push([0].map(alert)])',
    'self.__next_f.push(["javascript:alert(1)"])',
    'self.__next_f.push({"then":1})',
    '(self.__next_f=self.__next_f||[]).push([0]);alert(1);self.__next_f.push([1,""])',
    'self.__next_f=alert',
    '$RC("B:0","S:0");alert(1)',
    '$RC("B:0",alert(1))',
    '$RC("B:0","S:0")($RC)',
    '$RC=alert;$RC("B:0")',
    'requestAnimationFrame(function(){alert(1)});',
    bootstrap({ otherChunks: ['https://elsewhere.example/x.js'], runtimeModuleIds: [1] }),
    bootstrap({ otherChunks: ['static/chunks/../../leave'], runtimeModuleIds: [1] }),
    bootstrap({ otherChunks: [], runtimeModuleIds: [1], more: 1 }),
    'globalThis["TURBOPACK"]=alert',
  ])('is not of Next: %s', (text) => expect(isOwn(text)).toBe(false))

  it('is not of Next wherever it is put into a text of Next', () =>
    fc.assert(fc.property(fc.nat(60), (at) => {
      const text = '(self.__next_f=self.__next_f||[]).push([0])'
      return !isOwn(`${text.slice(0, at)};alert(1);${text.slice(at)}`)
    })))
})

describe('a page', () => {
  it('is searched for every script without a source', () => {
    expect(inlineScripts('<script src="/first.js"></script><script async src="/a.js">no()</script>')).toEqual(nothing)
    expect(inlineScripts('<SCRIPT\nid="x">a()</SCRIPT ><script>self.__next_f.push([0])</script>')).toEqual({
      own: ['self.__next_f.push([0])'],
      foreign: ['a()'],
    })
    expect(inlineScripts('<script data-src="/x">b()</script>').foreign).toEqual(['b()'])
  })

  it('may hold data that browsers do not run', () =>
    expect(inlineScripts('<script type="application/ld+json">{}</script>')).toEqual(nothing))

  it('gives nothing to a script that pretends to be data', () => {
    const html = '<script type="application/json" type="module">a()</script><script type="module">a()</script>'
    expect(inlineScripts(html).own).toEqual([])
  })
})

describe('what React writes', () => {
  it('is known: streamed parts, late styles, failed parts and forms', async () => {
    const { own, foreign } = inlineScripts(await streamed())
    expect(foreign).toEqual([])
    const calls = ['$RC("', '$RR("', '$RX("', 'addEventListener("submit"', '{$RT=']
    expect(calls.filter((call) => !own.some((script) => script.includes(call)))).toEqual([])
  })
})

/** A page of which one part comes late, one with a style sheet, one fails, and one holds a form with an action. */
async function streamed(): Promise<string> {
  const later = (milliseconds: number) => new Promise<string>((resolve) => setTimeout(resolve, milliseconds, 'late'))
  const failing = new Promise<string>((_, reject) => setTimeout(reject, 10, new Error('planned')))
  const [first, second] = [later(20), later(40)]
  const sheet = createElement('link', { key: 'sheet', rel: 'stylesheet', href: '/late.css', precedence: 'high' })
  const part = (of: () => ReactNode) => createElement(Suspense, { fallback: '…' }, createElement(of))
  const form = createElement('form', { action: () => {} }, createElement('button'))
  const parts = [part(() => use(first)), part(() => [sheet, use(second)]), part(() => use(failing))]
  const page = createElement('html', null, createElement('body', null, form, ...parts))
  const { pipe } = await new Promise<PipeableStream>((resolve) => {
    const stream = renderToPipeableStream(page, { onShellReady: () => resolve(stream), onError: () => 'digest' })
  })
  return text(pipe(new PassThrough()))
}
