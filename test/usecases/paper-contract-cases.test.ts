import { beforeEach, describe } from 'vitest'
import { attestedBy, bookHeader, bookRow } from '../support/books.ts'
import { leave } from '../support/cancelling.ts'
import type { Ask } from '../support/house.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'

const { house, parties, net, stopped } = await marketplace()
const one = await parties.reseller('R1', [net])
const now = '2026-10-01T09:00:00+09:00'
beforeEach(() => house.clock.set(now))

const staff = '実施主体の担当者'
const seller = '再販協力会社の管理者'
const book = (header: string, rows: readonly string[]) => ({
  format: 'csv',
  content: [header, ...rows].join('\r\n'),
  attestedBy,
})
const judged = async (rows: readonly string[], header = bookHeader): Promise<any[]> =>
  good(await parties.staff.post('/v1/contract-imports?dryRun=true', book(header, rows))).rows
const recorded = async (rows: readonly string[], header = bookHeader): Promise<any[]> => {
  const { operationId } = good(await parties.staff.post('/v1/contract-imports', book(header, rows)))
  await house.settle()
  return good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items
}
const contract = async (contractId: string) => good(await parties.staff.get(`/v1/contracts/${contractId}`))
const subjectsTo = (mail: string) => house.letters.filter(({ to }) => to === mail).map(({ subject }) => subject)
const refusalOf = ({ status, body }: { status: number; body: any }) => ({
  status,
  kind: body.kind,
  what: body.what ?? body.errors?.[0]?.where ?? body.clause,
})

/** Both a dry run and the recording of a row that made a contract before, once that has ended in some way. */
const afterItsEnd = (end: (contractId: string) => Promise<unknown>) => async () => {
  const row = bookRow()
  const [{ contractId }] = await recorded([row])
  await end(contractId)
  await house.settle()
  const [dry] = await judged([row])
  const [anew] = await recorded([row])
  return {
    same: dry.verdict === anew.verdict,
    verdict: anew.verdict,
    formerly: anew.formerly === contractId && dry.formerly === contractId,
    stage: (await contract(anew.contractId)).stage,
  }
}
const anew = { same: true, verdict: 'accepted', formerly: true, stage: 'live' }
const by = { words: '権限のない人が結んだ。', by: '結城 京子' }
const ground = { ground: 'agreed', on: '2026-10-01', warned: null, words: '双方の合意。', by: '結城 京子' }
const annul = async (id: string) => good(await parties.admin.post(`/v1/contracts/${id}/annul`, by))

const rowsAgain: readonly OutcomeCase[] = [
  {
    item: 'C18',
    given: 'The row of a contract that was annulled',
    by: staff,
    outcome: 'dry run and recording both record it anew, and name the one before',
    came: afterItsEnd(annul),
    is: anew,
  },
  {
    item: 'C18',
    given: 'The row of a contract that both sides ended by agreement',
    by: staff,
    outcome: 'dry run and recording both record it anew, and name the one before',
    came: afterItsEnd(async (id) => good(await parties.admin.post(`/v1/contracts/${id}/terminate`, ground))),
    is: anew,
  },
  {
    item: 'C18',
    given: 'The row of a contract its user left',
    by: staff,
    outcome: 'dry run and recording both record it anew, and name the one before',
    came: afterItsEnd((id) => leave(parties.staff, id, house.clock.today())),
    is: anew,
  },
  {
    item: 'C18',
    given: 'The row of an annulled contract in a book attested by another person',
    by: staff,
    outcome: 'recorded anew',
    came: async () => {
      const row = bookRow()
      const [{ contractId }] = await recorded([row])
      await annul(contractId)
      const other = { ...book(bookHeader, [row]), attestedBy: { name: '別 の人', title: '部長' } }
      const { operationId } = good(await parties.staff.post('/v1/contract-imports', other))
      await house.settle()
      const [{ verdict, replayed }] = good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items
      return { verdict, replayed }
    },
    is: { verdict: 'accepted', replayed: false },
  },
  {
    item: 'C18',
    given: 'The row of an annulled contract, twice in one book under two numbers',
    by: staff,
    outcome: 'the first is recorded anew; the second has a contract that stands',
    came: async () => {
      const n = nextNumber()
      const [{ contractId }] = await recorded([bookRow({ 行番号: '1' }, n)])
      await annul(contractId)
      const twice = [bookRow({ 行番号: '1' }, n), bookRow({ 行番号: '2', 月額税抜: '9800', 端末数: '1' }, n)]
      return [await judged(twice), await recorded(twice)].map((rows) => rows.map(({ verdict }) => verdict))
    },
    is: [
      ['accepted', 'refused'],
      ['accepted', 'refused'],
    ],
  },
  {
    item: 'C18',
    given: 'The row of a contract that its user disputes',
    by: staff,
    outcome: 'still that contract: it stands until somebody decides',
    came: async () => {
      const row = bookRow()
      const [{ contractId }] = await recorded([row])
      const [again] = await recorded([row])
      return { same: again.contractId === contractId, replayed: again.replayed }
    },
    is: { same: true, replayed: true },
  },
]

const attest = (ask: Ask, more: Parameters<typeof paper>[1], what: object = {}) => {
  const given = paper(net, more)
  return ask.post('/v1/contracts/attest', { ...given, ...what })
}
const year = { termMonths: 12 }
const further = `${bookHeader},自動更新（月）,更新の申出期限（日前）,契約終了日,終了の事由`

const overTerms: readonly OutcomeCase[] = [
  {
    item: 'C19',
    given: 'A paper contract whose term ended yesterday, without a renewal',
    by: seller,
    outcome: 'refused at the last day of its term',
    came: async () => refusalOf(await attest(one.ask, { signedOn: '2027-10-01', terms: year })),
    is: { status: 422, kind: 'does-not-fit', what: 'terms.endOn' },
  },
  {
    item: 'C19',
    given: 'The same, whose last day is today',
    by: seller,
    outcome: 'on record as live, until today',
    came: async () => good(await attest(one.ask, { signedOn: '2027-10-02', terms: year })).terms.endOn,
    is: '2028-10-01',
  },
  {
    item: 'C19',
    given: 'A term that ended yesterday, with a renewal of a year',
    by: seller,
    outcome: 'on record in the term that runs; the user reads of that one and of no end',
    came: async () => {
      const mail = `run${nextNumber()}@sme.example.jp`
      const given = {
        signedOn: '2027-10-01',
        terms: { ...year, renewal: { months: 12, noticeDays: 30 } },
        sme: { noticeContact: { mail, phone: '090-0000-1000' } },
      }
      const { stage, terms } = good(await attest(one.ask, given))
      await house.keepTerms()
      await house.settle()
      return [stage, terms.startOn, terms.endOn, subjectsTo(mail).some((one) => one.includes('終了'))]
    },
    is: ['live', '2028-10-01', '2029-09-30', false],
  },
  {
    item: 'C19',
    given: 'A term over for more than a year, with a renewal of three months',
    by: seller,
    outcome: 'on record in the three months that run',
    came: async () => {
      const given = { signedOn: '2026-04-15', terms: { ...year, renewal: { months: 3, noticeDays: 7 } } }
      const { stage, terms } = good(await attest(one.ask, given))
      return [stage, terms.startOn <= '2028-10-01' && terms.endOn >= '2028-10-01']
    },
    is: ['live', true],
  },
  {
    item: 'C19',
    given: 'A book of second-year contracts with no word of renewal or end',
    by: staff,
    outcome: 'refused row by row, dry run and recording alike; no letter goes out',
    came: async () => {
      const mail = `book${nextNumber()}@sme.example.jp`
      const rows = [bookRow({ 契約日: '2027-06-01', 説明日: '2027-06-01', 通知先メール: mail })]
      const [dry] = await judged(rows)
      const [real] = await recorded(rows)
      await house.keepTerms()
      await house.settle()
      return [dry.verdict, real.verdict, real.problem.what, subjectsTo(mail).length]
    },
    is: ['refused', 'refused', 'terms.endOn', 0],
  },
  {
    item: 'C19',
    given: 'A book row of an ended contract, with its last day and 満了',
    by: staff,
    outcome: 'on record as ended; the user is not written to',
    came: async () => {
      const mail = `ended${nextNumber()}@sme.example.jp`
      const cells = { 契約日: '2026-06-01', 説明日: '2026-06-01', 通知先メール: mail }
      const [row] = await recorded([`${bookRow(cells)},,,2027-05-31,満了`], further)
      const { stage, ending } = await contract(row.contractId)
      return [stage, ending.on, subjectsTo(mail).length]
    },
    is: ['ended', '2027-05-31', 0],
  },
  {
    item: 'C19',
    given: 'An end after today',
    by: staff,
    outcome: 'refused: what has not ended is live',
    came: async () => {
      const cells = { 契約日: '2028-06-01', 説明日: '2028-06-01' }
      return (await judged([`${bookRow(cells)},,,2029-05-31,満了`], further)).map(({ verdict }) => verdict)
    },
    is: ['refused'],
  },
  {
    item: 'C19',
    given: 'An end that is not the last day of the term, called 満了',
    by: staff,
    outcome: 'refused: it did not expire then',
    came: async () => {
      const cells = { 契約日: '2026-06-01', 説明日: '2026-06-01' }
      return (await judged([`${bookRow(cells)},,,2026-12-31,満了`], further)).map(({ verdict }) => verdict)
    },
    is: ['refused'],
  },
  {
    item: 'C19',
    given: 'An end before the contract was signed',
    by: staff,
    outcome: 'refused',
    came: async () => {
      const cells = { 契約日: '2026-06-01', 説明日: '2026-06-01' }
      return (await judged([`${bookRow(cells)},,,2026-05-01,解約`], further)).map(({ verdict }) => verdict)
    },
    is: ['refused'],
  },
  {
    item: 'C41',
    given: 'A paper contract in the last month of its term, renewing itself',
    by: seller,
    outcome: 'no day without a term, and no day to answer after its last',
    came: async () => {
      const given = { signedOn: '2028-04-15', terms: { termMonths: 6, renewal: { months: 6, noticeDays: 30 } } }
      const { contractId } = good(await attest(one.ask, given))
      await house.keepTerms()
      const { renewalAnnounced, terms } = await contract(contractId)
      house.clock.set('2028-10-15T00:00:00+09:00')
      await house.keepTerms()
      const { terms: next } = await contract(contractId)
      return [renewalAnnounced.answerBy <= terms.endOn, terms.endOn, next.startOn]
    },
    is: [true, '2028-10-14', '2028-10-15'],
  },
  {
    item: 'C41',
    given: 'A one-month term with a notice of thirty days',
    by: seller,
    outcome: 'refused at the draft',
    came: async () =>
      refusalOf(
        await one.ask.post(
          '/v1/contracts',
          draft(net, { terms: { termMonths: 1, renewal: { months: 1, noticeDays: 30 } } }),
        ),
      ).status,
    is: 422,
  },
]

const numbers: readonly OutcomeCase[] = [
  ...['個人事業主', '', '-', '0000000000000', 'なし', '個人', 'マイナンバー123456789012'].map(
    (said): OutcomeCase => ({
      item: 'C21',
      given: `A book row whose 法人番号 is 「${said}」`,
      by: staff,
      outcome: 'refused in the words for a sole proprietor or for the thirteen digits',
      came: async () => {
        const [{ verdict, problem }] = await judged([bookRow({ 法人番号: said })])
        const [{ where, why }] = problem.errors
        return [verdict, where, /個人事業主|13桁/.test(why.ja)]
      },
      is: ['refused', '法人番号', true],
    }),
  ),
  {
    item: 'C21',
    given: 'A book row of the implementing entity itself, sold directly',
    by: staff,
    outcome: 'refused: nobody is its own user',
    came: async () => {
      const number = await ownNumber()
      const [row] = await judged([bookRow({ 法人番号: number, 再販協力会社コード: '直販' })])
      return [row.verdict, row.problem.what ?? row.problem.errors?.[0]?.where]
    },
    is: ['refused', 'sme.corporateNumber'],
  },
  {
    item: 'C21',
    given: 'A contract of a firm that is itself a reseller, moved to that reseller',
    by: staff,
    outcome: 'refused: nobody is its own user',
    came: async () => {
      const left = await parties.reseller(`L${nextNumber()}`, [net])
      const next = await parties.reseller(`X${nextNumber()}`, [net])
      const number = good(await parties.staff.get(`/v1/resellers/${next.resellerId}`)).corporateNumber
      const given = paper(net)
      const { contractId } = good(
        await left.ask.post('/v1/contracts/attest', { ...given, sme: { ...given.sme, corporateNumber: number } }),
      )
      const { path } = await stopped(left)
      await house.settle()
      const to = { settlement: 'movedToReseller', resellerId: next.resellerId, consent }
      return refusalOf(await parties.staff.post(`${path}/takeovers/${contractId}/settle`, to))
    },
    is: { status: 422, kind: 'does-not-fit', what: 'resellerId' },
  },
]

const ownNumber = async (): Promise<string> => {
  const { contractId } = good(await parties.staff.post('/v1/contracts/attest', paper(net)))
  return good(await parties.staff.get(`/v1/contracts/${contractId}/disclosure`)).disclosure.implementingEntity
    .corporateNumber
}

describe('rows that come again', () => {
  testOutcomes(rowsAgain)
})
describe('terms that are over', () => {
  beforeEach(() => house.clock.set('2028-10-01T09:00:00+09:00'))
  testOutcomes(overTerms)
})
describe('whose number it is', () => {
  testOutcomes(numbers)
})
