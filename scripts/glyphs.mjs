#!/usr/bin/env node
// Writes components/ui/glyphs.ts: the icons we use, each as one SVG path, taken from Lucide (ISC).
// lucide-react draws every icon through a client component; a path in a constant costs a page nothing but its outline.
// Add a name to the list, then run `node scripts/glyphs.mjs`. `--check` fails when the file is not what this would write.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const names = [
  'a-large-small', 'arrow-down', 'arrow-down-up', 'arrow-left', 'arrow-right', 'arrow-up', 'bed-double', 'book-open',
  'building-complex', 'check', 'circle-check', 'circle-question-mark', 'clock', 'columns-2',
  'copy', 'eye', 'eye-off', 'graduation-cap', 'hand', 'headphones', 'info', 'languages', 'layers-2', 'life-buoy',
  'link-2', 'list-checks', 'lock', 'log-out', 'map-pin', 'message-square-quote', 'message-square-text', 'phone', 'printer',
  'redo-2', 'search', 'siren', 'smartphone', 'split', 'stethoscope', 'sticky-note', 'sun', 'undo-2', 'user-round', 'x',
]

const file = fileURLToPath(new URL('../components/ui/glyphs.ts', import.meta.url))

const n = (value) => Number(value ?? 0)

/** Each SVG shape that Lucide uses, as path data. */
const outline = {
  path: ({ d }) => d,
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => `M${points}`,
  circle: ({ cx, cy, r }) => `M${n(cx) - n(r)} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
  rect: ({ x, y, width, height, rx, ry }) => {
    const r = n(rx ?? ry)
    const arc = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : '')
    return `M${n(x) + r} ${n(y)}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}z`
  },
}

/** A relative first move is absolute only at the very start of the data; numbers after it are relative lines. */
const anchored = (d) =>
  d.replace(/^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)\s*(?=([-\d.])?)/, (_, x, y, more) => `M${x} ${y}${more ? 'l' : ''}`)

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

async function glyph(name) {
  const { __iconData: icon } = await import(`lucide-react/icons/${name}`)
  const data = icon.node.map(([shape, attributes]) => anchored(outline[shape](attributes)))
  return `export const ${camel(name)} = '${data.join('')}'\n`
}

const head = '// Written by scripts/glyphs.mjs from Lucide (ISC licence, lucide.dev). Do not edit.\n\n'
const text = head + (await Promise.all([...names].sort().map(glyph))).join('')

if (!process.argv.includes('--check')) await writeFile(file, text)
else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error('components/ui/glyphs.ts is not what scripts/glyphs.mjs writes: run it')
  process.exitCode = 1
}
