import { deliveriesOwedBy } from '../reading/deliveries.ts'
import type { ContractId } from '../shapes/ids.ts'
import { portfolioOfContract, shardOf } from '../reading/ids.ts'
import type { Invariant } from './invariant.ts'
import type { Entry, Owed } from '../reading/entries.ts'
import type { Row } from '../reading/rows.ts'
import { same, sha256 } from '../reading/hash.ts'
import { twoDigits } from '../reading/looking-up.ts'

const receiptKey = /^E#(\d{6})#R#(.+)$/

const idOf = ({ lies }: Entry, { to, template }: Owed): string =>
  sha256(`${lies.stream}#${lies.seq}#${to}#${template}`).slice(0, 24)

const markOf = ({ lies: { stream }, at }: Entry) => ({
  dp: `DUE#${twoDigits((stream.codePointAt(stream.length - 1) ?? 0) % 16)}`,
  ds: at,
})

/**
 * True where an outcome fits a delivery: work is done, and so is a notice to people; a letter is accepted by a carrier (which older receipts call
 * delivered), bounces, is given up to a person, or is overtaken by what it was about.
 */
const fits = (owed: Owed, outcome: unknown): boolean =>
  owed.by === 'work' || owed.to === 'people'
    ? outcome === 'done'
    : ['accepted', 'delivered', 'bounced', 'givenUp', 'overtaken'].includes(String(outcome))

type Due = Omit<Owed, 'id'>
type Known = (one: Due) => boolean

/** What an event owed already before notices to people, the letter with sealed papers, and sorted lists came. */
const isTold: Known = ({ to }) => to !== 'people'
const isOther: Known = ({ template }) => template !== 'signed-papers'
const isUnlisted: Known = ({ template }) => template !== 'list-contract'

/** Events that do not change what is found under a contract, and were no reason to list it before there were sorted lists. */
const listedLater: ReadonlySet<string> = new Set([
  'contract-drafted',
  'contract-revised',
  'contract-offered',
  'contract-voided',
  'attestation-confirmed',
  'cancellation-requested',
  'cancellation-withdrawn',
  'cancellation-confirmed',
])

/**
 * What is listed as owed, but for what came later: an event from before there were notices to people, the letter with
 * sealed papers or sorted lists owes none of them. A dispute from before disputes were listed owes nothing at all.
 */
const owesWhatItShould = (type: string, said: readonly Due[], due: readonly Due[]): boolean => {
  const came = [isTold, isOther, ...(listedLater.has(type) ? [isUnlisted] : [])]
  const times = came.reduce<readonly (readonly Known[])[]>(
    (all, one) => all.flatMap((some) => [some, [...some, one]]),
    [[]],
  )
  return (
    (type === 'attestation-disputed' && said.length === 0) ||
    times.some((known) =>
      same(
        said,
        due.filter((one) => known.every((was) => was(one))),
      ),
    )
  )
}

const wentOut = (outcome: unknown): boolean => outcome === 'accepted' || outcome === 'delivered'

/** A letter that came back from an SME is listed by the shard its contract was made in, and nothing else is. */
const returnedMark = (row: Row): readonly [unknown, unknown] => {
  const stream = row.pk.slice('LED#'.length)
  const returned = row['o'] === 'bounced' || row['b'] !== undefined
  if (!returned || !stream.startsWith('ctr_')) return [undefined, undefined]
  const id = stream as ContractId
  return [`PF#${portfolioOfContract(id)}#${twoDigits(shardOf(id))}#returned`, id]
}

/**
 * I33. Every event lists what it owes, each delivery under the id that stream, number, recipient and template give.
 * Each has at most one receipt, and there is no receipt of anything that is not owed. The due mark is there, and
 * right, while a delivery has no receipt. (Where two last receipts land at once the mark stays until the next sweep: that
 * it is gone in the end is for `i33-marks.ts`.)
 */
export const deliveries: Invariant = {
  id: 'I33',
  says: { ja: '送るべきもの、その受領の記録、印が合う', en: 'what is owed, its receipts and its mark' },
  check: ({ streams, receipts }, see) => {
    const owed = new Map<string, Owed>()
    const received = new Set(receipts.map(({ where }) => where))
    for (const { entries } of streams.values()) {
      for (const entry of entries) {
        const { where, event, deliveries: listed, mark } = entry
        const keys = listed.map(({ id }) => `${where}#R#${id}`)
        for (const [index, key] of keys.entries()) owed.set(key, listed[index] as Owed)
        const open = keys.some((key) => !received.has(key))
        const due = markOf(entry)
        const marked = mark.dp !== undefined || mark.ds !== undefined
        const said = listed.map(({ id: _, ...delivery }) => delivery)
        see(
          where,
          !owesWhatItShould(event.type, said, deliveriesOwedBy(event)) && 'does not list what it owes',
          listed.some((one) => one.id !== idOf(entry, one)) && 'owes under a wrong id',
          open && !marked && 'owes something and is not marked',
          open && marked && (mark.dp !== due.dp || mark.ds !== due.ds) && 'is marked wrongly',
        )
      }
    }
    for (const { where, row } of receipts) {
      const [, , id] = receiptKey.exec(row.sk) ?? []
      const delivery = owed.get(where)
      see(
        where,
        !delivery && 'is a receipt of nothing that is owed',
        row['id'] !== id && 'calls itself the receipt of another delivery',
        (row['b'] !== undefined || row['d'] !== undefined) &&
          !wentOut(row['o']) &&
          'came back, or arrived, and was never accepted',
        !same([row['pp'], row['ps']], returnedMark(row)) && 'is not listed as what it is',
        delivery && !fits(delivery, row['o']) && `says ${String(row['o'])} of a delivery by ${delivery.by}`,
      )
    }
  },
}
