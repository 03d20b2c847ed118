import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'

/** A stroke of the square code as the file draws it: from, line, to, counted in dots of the code. */
const stroke = /\b(\d+) (\d+)\.5 m\n(\d+) \2\.5 l\n/g

/** Everything that a PDF draws, unpacked. */
function drawn(pdf: Buffer): string {
  return [...pdf.toString('latin1').matchAll(/\/FlateDecode[\s\S]*?stream\r?\n/g)]
    .map((head) => {
      try {
        return inflateSync(pdf.subarray(head.index + head[0].length)).toString('latin1')
      } catch {
        return '' // not packed, only named so
      }
    })
    .join('\n')
}

/** The square code of a certificate, dot by dot. */
export function squareCodeOf(pdf: Buffer): boolean[][] {
  const strokes = [...drawn(pdf).matchAll(stroke)].map(([, from, line, to]) => ({ from: Number(from), line: Number(line), to: Number(to) }))
  const side = Math.max(...strokes.map(({ to }) => to))
  const dots = Array.from({ length: side }, () => Array<boolean>(side).fill(false))
  for (const { from, line, to } of strokes) dots[line]!.fill(true, from, to)
  return dots
}

/** The code as a picture that a browser can draw. */
export const pictureOf = (dots: boolean[][]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="-4 -4 ${dots.length + 8} ${dots.length + 8}"><path fill="#fff" d="M-4-4h999v999h-999z"/><path d="${dots
    .flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')}"/></svg>`

/** What a telephone reads in it: the address of the certificate, which carries the whole of it. */
export function readCode(dots: boolean[][]): string {
  const scale = 4
  const side = (dots.length + 8) * scale
  const picture = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (dots[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4]) picture.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  const decode = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR
  return decode(picture, side, side)?.data ?? ''
}
