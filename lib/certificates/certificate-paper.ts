/**
 * The certificate in Typst, A4 landscape. Everything that is particular to one certificate comes as JSON in
 * a file beside it and is shown as text, never read as code: a name may contain any sign. The page is laid out with
 * blocks at known places: a grid measures everything in it first, and took a third of the time of a certificate.
 */
export const certificatePaper = String.raw`
#let d = json("certificate.json")
#let ink = rgb("#16211f")
#let muted = rgb("#3f4d49")
#let act = rgb("#0b515b")
#let line-colour = rgb("#d5dbd3")
#let rtl = d.dir == "rtl"
#let direction(name) = if name == "rtl" { std.rtl } else { std.ltr }

#set document(title: d.title, author: d.issuer)
#set page(paper: "a4", flipped: true, margin: (x: 17mm, top: 15mm, bottom: 14mm))
#set text(
  font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"), fallback: false, hyphenate: false,
  lang: d.lang, dir: direction(d.dir), size: 11pt * d.scale, fill: ink, number-type: "lining",
)
#set par(leading: 0.62em * d.leading, spacing: 0.62em, justify: false)
#set block(spacing: 0pt)
// Typst draws a heading 1.4 times as large as the text around it, and in a weight that is not among our files.
#show heading: set text(weight: 600)
#show heading: it => it.body

// A text that may be in another script than the paper keeps its own direction, and the place of its line.
#let own(text-of, dir, ..style) = align(start, {
  let side = if rtl { right } else { left }
  align(side, text(dir: direction(dir), ..style, text-of))
})

#let mark = box(width: 8mm, height: 8mm, {
  let part(..a) = place(top + left, ..a)
  part(curve(
    stroke: (paint: ink, thickness: 0.86mm, cap: "round"),
    curve.move((5.886mm, 6.314mm)),
    curve.cubic((5.35mm, 6.751mm), (4.691mm, 7mm), (4mm, 7mm)),
    curve.cubic((2.343mm, 7mm), (1mm, 5.657mm), (1mm, 4mm)),
    curve.cubic((1mm, 2.343mm), (2.343mm, 1mm), (4mm, 1mm)),
    curve.cubic((5.657mm, 1mm), (7mm, 2.343mm), (7mm, 4mm)),
  ))
  part(dx: 2.97mm, dy: 2.97mm, circle(radius: 1.03mm, fill: ink))
})

#let fact(label, value) = {
  set par(leading: 0.5em)
  text(size: 9pt * d.scale, fill: muted, label)
  parbreak()
  text(weight: 600, value)
}

#let stop(last: false, words) = {
  let dot = 3.2mm
  let side = if rtl { right } else { left }
  let beside(dy, part) = place(top + side, dx: (if rtl { 1 } else { -1 }) * 6.8mm, dy: dy - 0.1mm, part)
  block(height: 11mm, width: 100%, inset: if rtl { (right: 6.8mm) } else { (left: 6.8mm) }, {
    if not last { beside(dot / 2, box(width: dot, align(center, line(angle: 90deg, length: 11mm, stroke: 0.5mm + act)))) }
    beside(0mm, circle(radius: dot / 2, fill: act))
    par(text(size: 10pt * d.scale, words))
  })
}

#let main = {
  text(d.words.confirms)
  v(4.5mm)
  own(d.name, d.nameDir, size: d.nameSize * d.scale * 1pt, bottom-edge: "descender")
  v(0.6mm)
  line(length: 92%, stroke: 0.4pt + ink)
  v(5mm)
  text(d.words.completed)
  v(6.5mm)
  own(heading(level: 1, d.course), d.courseDir, size: d.courseSize * d.scale * 1pt / 1.4, weight: 600)
  if d.path != "" { v(3.2mm); own(d.path, d.pathDir, size: 13pt * d.scale) }
  v(5.5mm)
  block(width: 88%, par(text(d.words.how)))
  v(8mm)
  par(d.facts.map(f => box(fact(f.label, f.value))).join(h(9mm)))
  v(5.6mm)
  own(d.issued, d.issuedDir)
}

#let rail = {
  text(size: 9pt * d.scale, fill: muted, d.words.stops)
  v(4mm)
  list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 0pt, ..d.stops.enumerate().map(((n, words)) => stop(last: n == d.stops.len() - 1, words)))
  v(1fr)
  set text(size: 8.5pt * d.scale)
  set par(leading: 0.55em * d.leading)
  image(bytes(d.qr), format: "svg", width: 46mm, alt: d.words.qr)
  v(4mm)
  text(fill: muted, d.words.check)
  v(1.6mm)
  own(d.address, "ltr", fill: muted)
  v(1.6mm)
  own(d.code, "ltr", size: 10pt, weight: 600)
}

#block(height: 8mm, {
  place(start + top, mark)
  place(start + horizon, dx: (if rtl { -1 } else { 1 }) * 10.6mm, text(size: 15pt * d.scale, weight: 600, d.issuer))
})
#v(7mm)
#block(height: 1fr, width: 100%, {
  block(width: 189mm, height: 100% - 7mm, align(horizon, main))
  place(bottom + start, block(width: 177mm, par(text(size: 8.5pt * d.scale, fill: muted, d.words.small))))
  place(top + end, block(width: 66mm, height: 100%, stroke: if rtl { (right: 0.6pt + line-colour) } else { (left: 0.6pt + line-colour) }, inset: (x: 8mm), align(start, rail)))
})
`
