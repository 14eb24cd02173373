import { beforeEach, describe } from 'vitest'
import { bookHeader, bookRow } from '../support/books.ts'
import { leave } from '../support/cancelling.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { paperBooks } from '../support/paper-books.ts'
import { good, nextNumber, paper } from '../support/parties.ts'

const { house, parties, net, stopped } = await marketplace()
await parties.reseller('R1', [net])
const now = '2026-10-01T09:00:00+09:00'
beforeEach(() => house.clock.set(now))

const staff = '実施主体の担当者'
const { judged, recorded, contract } = paperBooks(house, parties)
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
    stage: anew.contractId && (await contract(anew.contractId)).stage,
  }
}
const anew = { same: true, verdict: 'accepted', formerly: true, stage: 'live' }
const over = { same: true, verdict: 'refused', formerly: false, stage: null }
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
    outcome: 'dry run and recording both refuse it: the same paper makes no second contract',
    came: afterItsEnd(async (id) => good(await parties.admin.post(`/v1/contracts/${id}/terminate`, ground))),
    is: over,
  },
  {
    item: 'C18',
    given: 'The row of a contract its user left',
    by: staff,
    outcome: 'dry run and recording both refuse it: the same paper makes no second contract',
    came: afterItsEnd((id) => leave(parties.staff, id, house.clock.today())),
    is: over,
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
      const [{ verdict, replayed }] = await recorded([row], bookHeader, { name: '別 の人', title: '部長' })
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
describe('whose number it is', () => {
  testOutcomes(numbers)
})
