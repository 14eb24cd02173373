import { describe, expect, test } from 'vitest'
import { contractText, feesWithTax } from '../../../shared/domain/documents/contract-document.ts'
import { insuranceCover } from '../../../shared/domain/documents/insurance-cover.ts'
import { servingSheet, type Serving } from '../../../shared/domain/documents/serving-sheet.ts'
import { signingCertificate } from '../../../shared/domain/documents/signing-certificate.ts'
import { sme, terms } from '../contract/given-disclosure.ts'
import { day, sha256, start } from '../given.ts'
import { givenDisclosure, goingOn, ownPage, signature, takenOver } from './given.ts'

const about = { sha256: sha256('d'), madeAt: start }
const labels = (facts: readonly { readonly label: string }[]) => facts.map(({ label }) => label)

describe('a contract', () => {
  const given = (changed: Parameters<typeof givenDisclosure>[0]) => contractText(givenDisclosure(changed), sha256('d'))

  test('with the implementing entity itself names two parties, and promises nothing about a third', () => {
    const withoutReseller = given({ reseller: null })
    expect(labels(withoutReseller.parties)).toEqual(['ユーザー', 'ご契約の相手方（実施主体）'])
    expect(withoutReseller.signatures).toEqual([
      { label: 'ユーザー', lines: [sme.name, '代表取締役　髙橋 花子'] },
      { label: 'ご契約の相手方（実施主体）', lines: ['架空セキュリティ株式会社'] },
    ])
    expect(withoutReseller.promise).toBe('このサービスには実施主体が責任を負います。')
  })
  test('made on paper is addressed to the firm, and says where the signature is', () => {
    const onPaper = given({ sme: { ...sme, signatory: null } })
    expect(onPaper.addressee).toEqual([`${sme.name}　御中`])
    expect(onPaper.signatures[0]?.lines).toEqual([sme.name])
    expect(onPaper.signatureNote).toContain('署名は、もとの書面にあります')
  })
  test.each([
    [0, '月額料金'],
    [1, '月額料金（対象の端末 1台）'],
  ])('for %i terminals charges %s', (terminals, what) =>
    expect(given({ terms: { ...terms, terminals } }).fees[1]?.rows).toEqual([{ what, amount: '9,800円' }]),
  )
  test('taxes the initial fees together, and the monthly one by itself', () => {
    const initialFeeParts = [
      { what: '機器代', exTaxYen: 105 },
      { what: '設置作業', exTaxYen: 105 },
    ]
    expect(feesWithTax(givenDisclosure({ terms: { ...terms, initialFeeParts } }))).toMatchObject({
      initial: { exTaxYen: 210, taxYen: 21, inTaxYen: 231 },
      monthly: { exTaxYen: 9_800, taxYen: 980, inTaxYen: 10_780 },
      note: expect.stringContaining('10％'),
    })
  })
  test('tells which characters may be drawn otherwise, where there are any', () => {
    const noteOn = (name: string) => given({ sme: { ...sme, name } }).glyphNote
    expect(noteOn('髙橋商店')).toBeNull()
    expect(noteOn('渡邉\u{e0102}と葛\u{e0100}城')).toMatch(
      /「邉\u{e0102}」（U\+9089 U\+E0102）、「葛\u{e0100}」（U\+845B U\+E0100）$/u,
    )
  })
})

describe('an insurance cover', () => {
  test('comes from the seller, or from the implementing entity where that sells', () => {
    expect(insuranceCover(givenDisclosure(), about).sender).toEqual(['架空販売株式会社'])
    expect(insuranceCover(givenDisclosure({ reseller: null }), about).sender).toEqual(['架空セキュリティ株式会社'])
  })
  test('parts a line at its first colon: the next ones are what was given, and a line without any stays whole', () => {
    const disclosure = givenDisclosure()
    const items = disclosure.items.map((item) =>
      item.code === 'insurance' ? { ...item, lines: ['説明資料：案内：第3版', '年2回まで', '：別紙'] } : item,
    )
    expect(insuranceCover({ ...disclosure, items }, about).cover).toEqual([
      { label: '説明資料', lines: ['案内：第3版'] },
      { label: '', lines: ['年2回まで'] },
      { label: '', lines: ['別紙'] },
    ])
  })
})

test.each([
  [true, '同意する'],
  [false, '同意しない'],
  [null, 'これまでの同意のとおり'],
])('a certificate of a signature whose consent to remote support is %j says so', (remoteSupportConsent, words) => {
  const { signer } = signingCertificate(givenDisclosure(), { ...signature, remoteSupportConsent })
  expect(signer.at(-1)?.lines.join('')).toMatch(new RegExp(`^${words}`))
})

describe('who serves me now', () => {
  const served = (coverage: Serving['coverage']) =>
    servingSheet({ ...takenOver, coverage }, ownPage).sections.find(({ heading }) => heading === '提供の状態')

  test('names what is lost, in the order of the list, and that it is being mended', () =>
    expect(served({ stage: 'gap', lost: ['insurance', 'monitoring'] })).toMatchObject({
      mark: { text: '止まっているものがあります', tone: 'bad' },
      lines: [expect.stringContaining('復旧を進めています'), '・監視', '・保険'],
    }))
  test.each([
    ['covered', '提供中', 'good', 'いずれも、続いていることを確かめました'],
    ['restored', '提供中', 'good', 'もとに戻りました'],
    ['atRisk', '確認中', 'open', '順に確かめています'],
  ] as const)('%s: %s', (stage, text, tone, words) =>
    expect(served({ stage, lost: [] })).toMatchObject({
      mark: { text, tone },
      lines: [expect.stringContaining(words)],
    }),
  )
  test('says nothing of how it is served outside of a takeover', () =>
    expect(servingSheet(goingOn, ownPage).sections.map(({ heading }) => heading)).toEqual([
      '受けられるもの',
      '変わったこと・変わらないこと',
    ]))
  test('of a contract that ended says when, whom to ask and what changed, and no longer who answers', () => {
    const { lead, facts, sections } = servingSheet({ ...takenOver, endedOn: day('2026-11-30') }, ownPage)
    expect(lead).toEqual(['このご契約は、2026年11月30日に終わっています。'])
    expect(labels(facts)).toEqual(['お困りのときのご連絡先', '契約番号'])
    expect(sections.map(({ heading }) => heading)).toEqual(['変わったこと・変わらないこと'])
  })
  test('of a contract that ended leads to its papers until their day, and then says that it is over', () => {
    const ended = { ...takenOver, endedOn: day('2026-11-30') }
    const until = day('2038-11-30')
    const [open, over] = [false, true].map((gone) => servingSheet({ ...ended, papers: { until, over: gone } }, ownPage))
    expect(open?.onward).toMatchObject({
      href: ownPage,
      lines: [expect.stringContaining('2038年11月30日まで'), expect.anything()],
    })
    expect([over?.onward, over?.lead.at(-1)]).toEqual([
      undefined,
      expect.stringContaining('2038年11月30日）は過ぎました'),
    ])
  })
  test('tells nobody whose contract it is', () => {
    const words = JSON.stringify(servingSheet(takenOver, ownPage))
    const { mail, phone } = sme.noticeContact
    for (const secret of [sme.name, sme.smeId, mail, phone, '髙橋 花子', takenOver.disclosure.contractId])
      expect(words).not.toContain(secret)
  })
})
