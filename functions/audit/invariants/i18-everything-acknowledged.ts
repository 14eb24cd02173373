import type { Invariant } from './invariant.ts'
import { agreementsOf, documentOf } from '../reading/agreements.ts'

/** Items that each edition has a signer acknowledge, one by one (第2章1.(6)). */
const allItems = [
  'devices',
  'provisionCountries',
  'dataStorage',
  'insurance',
  'selfPay',
  'initialFee',
  'monthlyFee',
  'term',
  'penalty',
  'rightToCancel',
  'support',
  'noticeContact',
  'helpDesk',
] as const
const required: Readonly<Record<string, readonly string[]>> = { '1.1': allItems, '1.2': allItems }

/**
 * I18. Whoever signed a contract or a change of it, or confirmed what was attested, acknowledged every item that the
 * edition of that text asks for and every item the text shows. What it acknowledged stands in the evidence document of
 * its word.
 */
export const everythingAcknowledged: Invariant = {
  id: 'I18',
  says: { ja: '署名者は、すべての項目を確認している', en: 'every item acknowledged by who signed' },
  check: (book, see) => {
    for (const { entry, deal, word } of agreementsOf(book)) {
      const given = new Set(Array.isArray(word?.acknowledged) ? (word.acknowledged as readonly unknown[]) : [])
      const shown = documentOf(book, deal)?.items.map(({ code }) => code) ?? []
      const due = new Set([...(required[deal.edition] ?? []), ...shown])
      const missing = [...due].filter((item) => !given.has(item))
      see(
        entry.where,
        word === undefined && 'has no paper with the word of the SME',
        word !== undefined && missing.length > 0 && `is without a word on ${missing.join(', ')}`,
      )
    }
  },
}
