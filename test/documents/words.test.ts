import { describe, expect, test } from 'vitest'
import { digest } from '../../functions/adapters/canonical.ts'
import { disclosurePage } from '../../functions/adapters/documents/disclosure-page.ts'
import type { PrintedDocument } from '../../shared/domain/documents/printed-document.ts'
import { sme, terms } from '../domain/contract/given-disclosure.ts'
import { documentsOf, givenDisclosure, pdfOf, signatory } from './given.ts'
import { pagesOf, textsIn, tight, without, wordsOf, wordsOfPage } from './reading.ts'

/** What the templates say of themselves, beside the data. */
const ofTemplates: Readonly<Record<PrintedDocument['kind'], readonly string[]>> = {
  'contract-document': [],
  'code-letter': ['ご注意', 'お問い合わせ先', '・'],
  'insurance-cover': ['補償の内容', 'ご負担いただく場合', 'お問い合わせ先', '説明資料のお受け取り'],
  'signing-certificate': ['契約', '署名', '日時', 'ご本人が確認した事項', '台帳の記録', '、'],
  'takeover-notice': ['いまの状況', '変わらないこと', 'お選びいただけること', '以上', '・', '（', '）'],
}

/** What of a document's data is not drawn: its kind, and its date, which stands in the file's own properties. */
const drawnOf = ({ kind: _, madeAt: __, ...drawn }: PrintedDocument): readonly string[] => textsIn(drawn)

const longest = (length: number) => '御見守り（全国）'.repeat(length).slice(0, length)

/** What people may put into a text field that means something to some program. */
const corpus = [
  '#panic("x") *bold* _it_ $x^2$ @ref <label> `raw` #{1+1}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '= 見出し\\ - 箇条 + 番号 / 用語: 語',
  '=HYPERLINK("http://example.jp","x")',
  '#link("javascript:alert(1)")[x] https://example.jp/x',
  '#read("/etc/passwd") #sys.inputs #import "x.typ"',
  '%PDF-1.7 1 0 obj << /JS (app.alert(1)) /OpenAction 2 0 R >> endobj',
  '"}],"note":"改ざん","x":[{"a":"',
  '\\u{41} \\" \\n // 注 /* 注 */ ~ -- --- ... \'引用\' "引用"',
]

describe.each(documentsOf(givenDisclosure()).map((document) => [document.kind, document] as const))(
  '%s',
  (kind, document) => {
    test('says all of its data, and nothing that is not', async () => {
      const words = await wordsOf(await pdfOf(document))
      const drawn = drawnOf(document)
      for (const text of drawn) expect(words).toContain(tight(text))
      // Numbers of items, and of pages.
      expect(without(words, [...drawn, ...ofTemplates[kind]])).toMatch(/^[\d./]*$/)
    })
  },
)

describe('whatever a text field holds', () => {
  const everywhere = (text: string) =>
    givenDisclosure({
      implementingEntity: { ...givenDisclosure().implementingEntity, name: text },
      sme: { ...sme, name: text, signatory: { ...signatory, name: text, title: text } },
      terms: { ...terms, initialFeeParts: [{ what: text, exTaxYen: 1 }] },
    })

  test.each(corpus)('%s is drawn as it is, and changes nothing else', async (text) => {
    for (const document of documentsOf(everywhere(text))) {
      const drawn = drawnOf(document)
      expect(drawn.some((one) => one.includes(text))).toBe(true)
      const words = await wordsOf(await pdfOf(document))
      for (const one of drawn) expect(words).toContain(tight(one))
      expect(without(words, [...drawn, ...ofTemplates[document.kind]])).toMatch(/^[\d./]*$/)
    }
  })

  test('the longest names, without a place to break, stay on the paper', async () => {
    for (const text of [longest(150), 'W'.repeat(150), '」'.repeat(150), 'ー'.repeat(150), 'Ж'.repeat(150)]) {
      for (const document of documentsOf(everywhere(text))) {
        const pdf = await pdfOf(document)
        for (const { width, height, pieces } of await pagesOf(pdf)) {
          for (const { str, transform, width: wide } of pieces.filter(({ str }) => str.trim() !== '')) {
            const [x = 0, y = 0] = transform.slice(4)
            expect({ str, in: x >= 40 && x + wide <= width - 40 && y >= 20 && y <= height - 20 }).toEqual({
              str,
              in: true,
            })
          }
        }
        const words = await wordsOf(pdf)
        for (const one of drawnOf(document)) expect(words).toContain(tight(one))
      }
    }
  })
})

test('the page and the print say the same', async () => {
  const disclosure = givenDisclosure()
  const [document] = documentsOf(disclosure)
  if (document?.kind !== 'contract-document') throw new Error('no contract')
  const page = wordsOfPage(disclosurePage(disclosure, digest(disclosure)))
  const print = await wordsOf(await pdfOf(document))
  for (const text of drawnOf(document).filter((one) => one !== document.contractId)) {
    expect(page).toContain(tight(text))
    expect(print).toContain(tight(text))
  }
  expect(without(page, drawnOf(document))).toBe('')
})
