import Encoding from 'encoding-japanese'
import { describe } from 'vitest'
import { bookRow } from '../support/books.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { paperBooks } from '../support/paper-books.ts'
import { draft, explanation, good, nextNumber, paper } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'
import { stateOf } from '../support/table-rows.ts'

const { house, parties, net } = await marketplace()
const r1 = await parties.reseller('R1', [net])
const { judged, recorded, contract } = paperBooks(house, parties)
const [seller, admin, staff] = ['再販協力会社の管理者', '実施主体の管理者', '実施主体の担当者']

/** What came back of something that must change nothing: its status, its kind, and whether the table is as it was. */
const unchanged = async (send: () => ReturnType<Ask['post']>) => {
  const before = await stateOf(house.table)
  const { status, body } = await send()
  return [status, body.kind, (await stateOf(house.table)) === before]
}
const sjis = (body: unknown): Uint8Array =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(JSON.stringify(body)), { from: 'UNICODE', to: 'SJIS' }))
const reasonGiven = { reason: '確認のため。' }

const bodies: readonly OutcomeCase[] = (
  [
    ['a draft', seller, () => r1.ask, () => '/v1/contracts', () => draft(net)],
    ['a paper contract', seller, () => r1.ask, () => '/v1/contracts/attest', () => paper(net)],
    ['a restriction', admin, () => parties.admin, () => `/v1/resellers/${r1.resellerId}/restrict`, () => reasonGiven],
    [
      'a member',
      admin,
      () => parties.admin,
      () => '/v1/members',
      () => ({ mail: 'x@entity.example.jp', name: '坂田 学', role: 'entityStaff' }),
    ],
    [
      'a reseller',
      admin,
      () => parties.admin,
      () => '/v1/resellers',
      () => ({
        code: 'Z9',
        name: '架空',
        prefecture: '東京都',
        admin: { mail: 'z@reseller.example.jp', name: '坂田' },
      }),
    ],
    [
      'a discontinuance',
      staff,
      () => parties.staff,
      () => '/v1/discontinuances',
      () => ({ resellerId: r1.resellerId, ground: 'staff', occurredOn: '2026-10-01', statement: '続けられない。' }),
    ],
    [
      'a concern',
      seller,
      () => r1.ask,
      () => '/v1/concerns',
      () => ({ resellerId: r1.resellerId, ground: 'staff', statement: '続けられない。' }),
    ],
  ] as const
).flatMap(([what, by, ask, path, body]): readonly OutcomeCase[] => [
  {
    item: 'C22',
    given: `The body of ${what}, in Shift_JIS`,
    by,
    outcome: 'refused as no UTF-8; nothing changes',
    came: () => unchanged(() => ask().post(path(), undefined, { raw: sjis(body()) })),
    is: [400, 'not-utf-8', true],
  },
  {
    item: 'C22',
    given: `The body of ${what}, in UTF-16`,
    by,
    outcome: 'refused as no UTF-8; nothing changes',
    came: () =>
      unchanged(() =>
        ask().post(path(), undefined, { raw: Buffer.from(`\ufeff${JSON.stringify(body())}`, 'utf16le') }),
      ),
    is: [400, 'not-utf-8', true],
  },
])

/** Names that show nothing, or show what nobody can read. */
const odd: readonly (readonly [what: string, name: string])[] = [
  ['a Hangul filler', '\u3164'],
  ['a Braille blank', '\u2800'],
  ['a half-width Hangul filler', '\uffa0'],
  ['a soft hyphen alone', '\u00ad'],
  ['a soft hyphen inside', '髙\u00ad橋'],
  ['a zero-width space inside', '髙\u200b橋'],
  ['a word joiner alone', '\u2060'],
  ['a right-to-left override', '髙\u202e橋'],
  ['an isolate', '\u2066髙橋\u2069'],
  ['a selector alone', '\u{e0100}'],
  ['marks alone', '\u0301\u0302'],
  ['tags', '髙\u{e0041}橋'],
  ['a lost character', '髙\ufffd橋'],
  ['a private sign', '髙\ue000橋'],
  ['a sign not assigned', '髙\u0378橋'],
  ['blanks of all widths', ' \u3000\u00a0\u2003'],
  ['an object replacement', '\ufffc'],
  ['an interlinear mark', '\ufff9髙橋\ufffb'],
  ['a byte order mark inside', '髙\ufeff橋'],
  ['a line end', '髙橋\n花子'],
  ['a tab', '髙橋\t花子'],
  ['a null', '髙\u0000橋'],
]
const names: readonly OutcomeCase[] = odd.flatMap(([what, name]): readonly OutcomeCase[] => [
  {
    item: 'C23',
    given: `A draft whose user, and a signature whose signer, is named by ${what}`,
    by: `${seller}・ユーザー`,
    outcome: 'both refused as malformed; nothing changes',
    came: async () => {
      const { signer, sha256 } = await ready()
      return [
        await unchanged(() => r1.ask.post('/v1/contracts', draft(net, { sme: { name } }))),
        await unchanged(() => signer.post('/v1/signing/sign', signature(sha256, { signer: { name, title: '社長' } }))),
      ]
    },
    is: [
      [400, 'malformed', true],
      [400, 'malformed', true],
    ],
  },
  {
    item: 'C23',
    given: `An explanation given, and a book attested, by somebody named by ${what}`,
    by: `${seller}・${staff}`,
    outcome: 'both refused as malformed; nothing changes',
    came: async () => {
      const path = `/v1/contracts/${await drafted()}/explain`
      const said = { ...explanation(house.clock.today()), by: { name } }
      const book = { format: 'csv', content: '行番号\r\n1', attestedBy: { name, title: '課長' } }
      return [
        await unchanged(() => r1.ask.post(path, said)),
        await unchanged(() => parties.staff.post('/v1/contract-imports', book)),
      ]
    },
    is: [
      [400, 'malformed', true],
      [400, 'malformed', true],
    ],
  },
])
// One of each is enough: nothing of what is refused may change them.
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
const ready = once(() => readyToSign(house, r1.ask, draft(net)))
const drafted = once(async () => good(await r1.ask.post('/v1/contracts', draft(net))).contractId as string)

/** A row for a firm that has a contract already, written otherwise. */
const again = (what: string, first: object, second: object, where: string | null): OutcomeCase => ({
  item: 'C12',
  given: `A row for a firm already on record, with ${what}`,
  by: staff,
  outcome: where
    ? `refused; names the contract that stands and that ${where} differs`
    : 'refused; names the contract that stands',
  came: async () => {
    const n = nextNumber()
    const [{ contractId }] = await recorded([bookRow({ 行番号: '1', ...first }, n)])
    const row = bookRow({ 行番号: '1', ...second }, n)
    return Promise.all(
      [await judged([row]), await recorded([row])].map(async ([{ verdict, problem }]) => [
        verdict,
        problem?.standing?.contractId === contractId,
        where === null || problem?.standing?.differs.some((one: any) => one.what === where),
        (await contract(contractId)).stage,
      ]),
    )
  },
  is: [
    ['refused', true, true, 'live'],
    ['refused', true, true, 'live'],
  ],
})
const standing: readonly OutcomeCase[] = [
  again('another wave dash in its name', { 会社名: '架空〜商会' }, { 会社名: '架空～商会' }, 'sme.name'),
  again('its name decomposed', { 会社名: 'ガラス商会' }, { 会社名: 'カ\u3099ラス商会' }, 'sme.name'),
  again('an old shape in its name', { 会社名: '高橋商店' }, { 会社名: '髙橋商店' }, 'sme.name'),
  again('another monthly fee', {}, { '月額(税抜)': '9700' }, 'terms.monthlyFeeExTaxYen'),
  again('another day of signature', {}, { 契約日: '2026-06-02', 説明日: '2026-06-01' }, null),
]

describe('a body in another charset', () => {
  testOutcomes(bodies)
})
describe('a name that shows nothing', () => {
  testOutcomes(names)
})
describe('a row for who has a contract', () => {
  testOutcomes(standing)
})
