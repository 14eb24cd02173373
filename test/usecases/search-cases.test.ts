import { beforeAll, describe } from 'vitest'
import { attestedBy, bookOfRows, bookRow } from '../support/books.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { good, nextNumber } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
const { ask } = await parties.reseller('R1', [net])

/** Firms as one book of paper contracts puts them on record, each with a number of its own in its name. */
const firms: string[] = []
const contractOf = new Map<string, string>()
beforeAll(async () => {
  const content = bookOfRows(...firms.map((name) => bookRow({ 会社名: name })))
  const { operationId } = good(await parties.staff.post('/v1/contract-imports', { format: 'csv', content, attestedBy }))
  await house.settle()
  let cursor = ''
  while (contractOf.size < firms.length) {
    const page = good(await parties.staff.get(`/v1/operations/${operationId}/rows?limit=200${cursor}`))
    for (const { name, contractId } of page.items) contractOf.set(name, contractId)
    cursor = `&cursor=${page.nextCursor}`
  }
})

/** Whether a firm put on record under one writing is found under another, and its name kept as it was written. */
const found = (item: string, stored: string, asked: string, why: string, is = true): OutcomeCase => {
  const n = String(nextNumber()).padStart(6, '0')
  // A number keeps firms apart: before the name, or within it where a legal form stands before it.
  const own = (name: string) => (name.includes('甲') ? name.replace('甲', `甲${n}`) : `${n}番${name}`)
  const name = own(stored)
  firms.push(name)
  return {
    item,
    given: `「${stored}」, looked for as 「${asked}」`,
    by: '再販協力会社の管理者',
    outcome: `${is ? 'found' : 'not found'}: ${why}`,
    came: async () => {
      const query = new URLSearchParams({ name: own(asked) })
      const { items } = good(await ask.get(`/v1/contracts/search?${query.toString()}`))
      return items.some((one: any) => one.contractId === contractOf.get(name) && one.sme.name === name)
    },
    is,
  }
}

const dashes = [...'-‐‑‒–—―−－ー一─━']
const cases: readonly OutcomeCase[] = [
  ...dashes.map((dash) =>
    found('C15', 'カクウセンター', `カクウセンタ${dash}`, 'every dash behind kana is the long vowel'),
  ),
  ...['〜', '～', '~'].map((wave) =>
    found('C12', `架空${wave}商会`, '架空〜商会', 'wave dash and full-width tilde are one'),
  ),
  ...['−', '－', '-', '–'].map((minus) => found('C12', `架空${minus}商会`, '架空−商会', 'minus signs are one')),
  ...['‖', '∥'].map((bar) => found('C12', `架空${bar}商会`, '架空‖商会', 'parallel bars are one')),
  ...['·', '・', '･', '•', '‧'].map((dot) => found('C12', `架空${dot}商会`, '架空商会', 'a dot between is none')),
  found('C13', 'ガラス工房', 'カ\u3099ラス工房', 'composed and decomposed kana are one'),
  found('C13', 'カ\u3099ラス工房', 'ガラス', 'composed and decomposed kana are one'),
  found('C13', '架空が゛らす', '架空が゛らす', 'what was typed finds itself'),
  found('C13', 'パピプ', 'ハ゜ヒ゜フ゜', 'a detached mark belongs to its kana'),
  found('C13', 'ｶﾞﾗｽ', 'がらす', 'half width, detached mark'),
  ...['ヶ', 'ケ', 'が', 'ヵ', 'カ', 'ガ', 'か', 'ｹ', '个', '箇', 'ケ'].map((one) =>
    found('C15', `架空${one}丘商店`, '架空ヶ丘商店', 'ヶ between kanji in any writing', !'个箇'.includes(one)),
  ),
  ...['キヤ', 'きゃ', 'ｷｬ', 'キャ'].map((one) =>
    found('C15', `${one}クウ`, 'キャクウ', 'small kana and large are one'),
  ),
  ...["o'kaku", 'O’Kaku', 'O‘Kaku', 'O＇Kaku', 'OʼKaku', 'O`Kaku', 'O´Kaku'].map((one) =>
    found('C15', "O'Kaku", one, 'every apostrophe is one'),
  ),
  ...['kaku&co', 'ｋａｋｕ＆ｃｏ', 'KAKU & CO', 'Kaku ＆ Co'].map((one) =>
    found('C15', one, 'kaku&co', 'width, case and blanks'),
  ),
  ...[
    ['髙', '高'],
    ['﨑', '崎'],
    ['德', '徳'],
    ['瀨', '瀬'],
    ['彅', '彅'],
    ['邊', '辺'],
    ['邉', '辺'],
    ['齋', '斎'],
    ['濵', '浜'],
    ['濱', '浜'],
    ['國', '国'],
    ['圓', '円'],
    ['惠', '恵'],
    ['眞', '真'],
    ['榮', '栄'],
    ['藏', '蔵'],
    ['龍', '竜'],
    ['瀧', '滝'],
    ['塚', '塚'],
    ['桒', '桑'],
    ['𠮷', '吉'],
    ['嶋', '島'],
    ['冨', '富'],
    ['萬', '万'],
    ['壽', '寿'],
    ['淺', '浅'],
    ['寶', '宝'],
    ['關', '関'],
    ['黑', '黒'],
    ['增', '増'],
    ['槇', '槙'],
    ['靑', '青'],
    ['凛', '凜'],
    ['龝', '秋'],
    ['桧', '檜'],
    ['舘', '館'],
    ['薗', '園'],
    ['条', '條'],
    ['剱', '剣'],
    ['翆', '翠'],
    ['栁', '柳'],
    ['曽', '曾'],
    ['佛', '仏'],
    ['將', '将'],
    ['祐', '祐'],
    ['逹', '達'],
    ['辻\u{e0100}', '辻'],
    ['⾼', '高'],
  ].map(([old = '', now = '']) => found('C12', `${old}架空`, `${now}架空`, 'old and new shapes are one')),
  // These two no font of the papers draws, so they stand in no name; they are typed all the same.
  found('C12', '橋架空', '𣘺架空', 'old and new shapes are one'),
  found('C12', '西架空', '⻄架空', 'a radical is typed for its kanji'),
]

const forms: readonly OutcomeCase[] = [
  ['(一社)甲会', '一般社団法人甲会'],
  ['一般社団法人甲会', '（一社）甲会'],
  ['(公社)甲会', '公益社団法人甲会'],
  ['(一財)甲会', '一般財団法人甲会'],
  ['(公財)甲会', '公益財団法人甲会'],
  ['(医)甲会', '医療法人社団甲会'],
  ['医療法人財団甲会', '甲会'],
  ['社会医療法人甲会', '甲会'],
  ['税理士法人甲', '甲'],
  ['甲税理士法人', '甲'],
  ['弁護士法人甲法律事務所', '甲法律事務所'],
  ['社会保険労務士法人甲', '甲'],
  ['司法書士法人甲', '甲'],
  ['行政書士法人甲', '甲'],
  ['土地家屋調査士法人甲', '甲'],
  ['監査法人甲', '甲'],
  ['農事組合法人甲', '甲'],
  ['(農)甲', '農事組合法人甲'],
  ['特定非営利活動法人甲', 'NPO法人甲'],
  ['(特非)甲', '特定非営利活動法人甲'],
  ['社会福祉法人甲', '(福)甲'],
  ['学校法人甲学園', '(学)甲学園'],
  ['宗教法人甲寺', '(宗)甲寺'],
  ['有限会社甲', '㈲甲'],
  ['甲(有)', '有限会社甲'],
  ['合同会社甲', '(同)甲'],
  ['合資会社甲', '(資)甲'],
  ['合名会社甲', '(名)甲'],
  ['株式会社　甲', '(株)甲'],
  ['甲㈱', '株式会社甲'],
  ['甲（カ', '株式会社甲'],
  ['カ）甲', '甲株式会社'],
  ['協同組合甲', '甲'],
  ['甲木工協同組合', '甲木工'],
  ['ｶ)甲', '甲'],
  ['甲(ユ', '有限会社甲'],
  ['企業組合甲', '甲'],
  ['甲商工会', '甲商工会'],
  ['独立行政法人甲', '(独)甲'],
  ['国立大学法人甲大学', '甲大学'],
  ['信用金庫甲', '信用金庫甲'],
].map(([stored = '', asked = '']) =>
  found('C15', stored, asked, 'a legal form is no part of what is looked for, in full or short'),
)

describe('a firm is found by any writing of its name', () => {
  testOutcomes(cases)
})
describe('a firm is found whatever its legal form is written as', () => {
  testOutcomes(forms)
})
