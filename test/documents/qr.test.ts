import { decodeQR } from 'qr/decode.js'
import { describe, expect, test } from 'vitest'
import { withQr } from '../../functions/adapters/documents/typst/printing.ts'
import { documentsOf, givenDisclosure, pdfOf } from './given.ts'

const scale = 4

/** The picture as a camera would have it, from the squares of its one path. */
const picture = (svg: string) => {
  const [, side = '0'] = /viewBox="0 0 (\d+) \d+"/.exec(svg) ?? []
  const size = Number(side)
  const dark = new Set<string>()
  let [left, top] = [0, 0]
  for (const [, move, x, y] of svg.matchAll(/([Mm])(-?\d+) ?(-?\d+)h1v1/g)) {
    const [fromLeft, fromTop] = move === 'm' ? [left, top] : [0, 0]
    left = fromLeft + Number(x)
    top = fromTop + Number(y)
    dark.add(`${left} ${top}`)
  }
  const width = size * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1)
      if (dark.has(`${Math.floor(x / scale)} ${Math.floor(y / scale)}`))
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { width, height: width, data }
}

describe('the address of a page on paper (35)', () => {
  test('is drawn so that a reader of QR codes finds the very address, and what has none is left alone', () => {
    const documents = documentsOf(givenDisclosure())
    const drawn = documents.flatMap((one) => ('page' in one ? [{ page: one.page, ...withQr(one) }] : []))
    expect(drawn.map(({ kind }) => kind)).toEqual(['signing-certificate', 'takeover-notice'])
    for (const { page, qr = '' } of drawn) expect(decodeQR(picture(qr))).toBe(page)
    expect(documents.filter((one) => 'qr' in withQr(one))).toHaveLength(2)
  })

  test('has a text for whoever hears the paper, and the paper is still PDF/A', async () => {
    for (const document of documentsOf(givenDisclosure()).filter((one) => 'page' in one)) {
      const pdf = Buffer.from(await pdfOf(document)).toString('latin1')
      expect(pdf, document.kind).toContain('/Alt')
    }
  })
})
