import { beforeEach, describe } from 'vitest'
import { paperBooks } from '../support/paper-books.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { bookHeader, bookRow } from '../support/books.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
const one = await parties.reseller('R1', [net])
const { judged, recorded, contract } = paperBooks(house, parties)
beforeEach(() => house.clock.set('2028-10-01T09:00:00+09:00'))

const staff = '実施主体の担当者'
const seller = '再販協力会社の管理者'
const subjectsTo = (mail: string) => house.letters.filter(({ to }) => to === mail).map(({ subject }) => subject)

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
    came: async () => (await attest(one.ask, { signedOn: '2027-10-01', terms: year })).body.what,
    is: 'terms.endOn',
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
      await house.runContractSchedule()
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
      await house.runContractSchedule()
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
      await house.runContractSchedule()
      const { renewalAnnounced, terms } = await contract(contractId)
      house.clock.set('2028-10-15T00:00:00+09:00')
      await house.runContractSchedule()
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
      (
        await one.ask.post(
          '/v1/contracts',
          draft(net, { terms: { termMonths: 1, renewal: { months: 1, noticeDays: 30 } } }),
        )
      ).status,
    is: 422,
  },
]

describe('terms that are over', () => {
  testOutcomes(overTerms)
})
