import { describe, expect, test } from 'vitest'
import { codeLetter } from '../../../shared/domain/documents/code-letter.ts'
import { contractText } from '../../../shared/domain/documents/contract-document.ts'
import { takeoverNotice } from '../../../shared/domain/documents/takeover-notice.ts'
import { cannotBePrinted } from '../../../shared/domain/documents/undrawable-text.ts'
import { plainDate } from '../../../shared/domain/plain-date.ts'
import { sha256, start } from '../given.ts'
import { givenDisclosure } from './given.ts'

const letterhead = {
  reading: 'かくうせきゅりてぃ',
  postalAddress: { postalCode: '100-0001', prefecture: '東京都', rest: '架空区架空１－２－３', building: null },
  representative: { name: '架空 太郎', title: '代表取締役' },
} as const
const plain = givenDisclosure()
const faced = {
  ...plain,
  implementingEntity: { ...plain.implementingEntity, ...letterhead },
  reseller: plain.reseller && {
    ...plain.reseller,
    ...letterhead,
    representative: { name: '販売 花子', title: '社長' },
  },
  serviceTerms: { number: 3, effectiveOn: plainDate('2026-12-01'), sha256: sha256('terms') },
}
const on = plainDate('2026-11-30')
const linesOf = (facts: readonly { readonly label: string; readonly lines: readonly string[] }[], label: string) =>
  facts.find((one) => one.label === label)?.lines

describe('the face of a contract', () => {
  test('bears the addresses and the representatives of both companies, and the terms of service by version', () => {
    const { parties, facts, signatures } = contractText(faced, sha256('d'))
    expect(linesOf(parties, '実施主体')).toEqual([
      '架空セキュリティ株式会社（かくうせきゅりてぃ）',
      '〒100-0001　東京都架空区架空１－２－３',
      '代表者　代表取締役　架空 太郎',
      `法人番号 ${plain.implementingEntity.corporateNumber}`,
    ])
    expect(linesOf(signatures, 'ご契約の相手方（再販協力会社）')).toEqual([
      '架空販売株式会社',
      '代表者　社長　販売 花子',
    ])
    expect(linesOf(facts, 'サービス規約')?.[0]).toBe(
      `「${plain.service.name}　サービス規約」第3版（2026年12月1日から）`,
    )
  })

  test('says its date, and in the signature box the day and the certificate, once it is signed', () => {
    const before = contractText(faced, sha256('d'))
    expect(linesOf(before.facts, '契約日')).toEqual(['ユーザーの署名の日'])
    const { facts, signatures, signatureNote } = contractText(faced, sha256('d'), { on, signature: { on, seq: 6 } })
    expect(linesOf(facts, '契約日')).toEqual(['2026年11月30日'])
    expect(linesOf(signatures, 'ユーザー')?.slice(-2)).toEqual([
      '電子署名済み　2026年11月30日',
      '署名証明書（台帳の記録 第6番）',
    ])
    expect(signatureNote).not.toContain('署名証明書に記載します')
  })

  test('of a change says both days, and of a record of a paper contract the day of the paper', () => {
    const signature = { on: plainDate('2027-04-01'), seq: 12 }
    expect(linesOf(contractText(plain, sha256('d'), { on, signature }).facts, '契約日')).toEqual([
      '2026年11月30日',
      '変更の署名　2027年4月1日',
    ])
    const { facts, signatures } = contractText(plain, sha256('d'), { on, signature: null })
    expect(linesOf(facts, '契約日')).toEqual(['2026年11月30日'])
    expect(JSON.stringify(signatures)).not.toContain('電子署名済み')
  })

  test('with a character that cannot be drawn is refused before anybody signs', () => {
    const entity = { ...faced.implementingEntity, representative: { name: '\u{2B740}', title: '社長' } }
    expect(cannotBePrinted({ ...faced, implementingEntity: entity })?.places?.[0]?.where).toBe(
      'implementingEntity.letterhead',
    )
  })
})

describe('a letter by post', () => {
  const sender = [
    '架空セキュリティ株式会社',
    '代表者　代表取締役　架空 太郎',
    '〒100-0001',
    '東京都架空区架空１－２－３',
  ]
  const at = { sha256: sha256('d'), printedAt: start, goodUntil: start, postalAddress: letterhead.postalAddress }

  test('with a code bears the address of its sender as of the printing, or its name alone where it stated none', () => {
    expect(codeLetter(plain, { ...at, code: '012345', sender: letterhead }).sender).toEqual(sender)
    expect(codeLetter(faced, { ...at, code: '012345' }).sender).toEqual(['架空セキュリティ株式会社'])
  })

  test('on a takeover bears that of today, and where it is not printed here the one of the contract', () => {
    const about = { sha256: sha256('d'), since: start, knownOn: on, page: 'https://musubi.example.jp/' }
    expect(takeoverNotice(plain, { ...about, letterhead }).sender).toEqual(sender)
    expect(takeoverNotice(faced, about).sender).toEqual(sender)
  })
})
