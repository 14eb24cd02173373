import { contractStages } from '../../../shared/domain/contract/contract-words.ts'
import type { EntityId, ResellerId, ServiceId } from '../../../shared/domain/ids.ts'
import { dayInJapan, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Scope } from '../../ports/listings.ts'

const monthsShown = 13

/** The last months up to a day's, oldest first. */
const monthsUpTo = (day: PlainDate): readonly string[] => {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return Array.from({ length: monthsShown }, (_, index) => {
    const count = year * 12 + month - monthsShown + index
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}

type Cells = ReadonlyMap<string, number>

const byStage = (cells: Cells, before: string) => {
  const [drafted = 0, offered = 0, live = 0, ended = 0, voided = 0] = contractStages.map(
    (stage) => cells.get(`${before}:${stage}`) ?? 0,
  )
  return { drafted, offered, live, ended, void: voided }
}

type ByStage = ReturnType<typeof byStage>

const isAny = (counts: ByStage): boolean => Object.values(counts).some((count) => count !== 0)

/** Counts of a book as they are shown, as of an instant. */
export const countsOf = async (deps: Pick<Dependencies, 'book'>, scope: Scope, entityId: EntityId, at: Instant) => {
  const { cells } = await deps.book.counts(scope)
  const all = byStage(cells, 's')
  const named = (letter: string): readonly string[] =>
    [...new Set([...cells.keys()].filter((cell) => cell.startsWith(`${letter}:`)))]
      .map((cell) => cell.split(':')[1] ?? '')
      .filter((id, at, ids) => ids.indexOf(id) === at)
      .toSorted()
  const byReseller = named('h').map((holder) => ({
    resellerId: holder === entityId ? null : (holder as ResellerId),
    byStage: byStage(cells, `h:${holder}`),
  }))
  const reason = (name: string) => cells.get(`a:${name}`) ?? 0
  return {
    asOf: at,
    total: all.drafted + all.offered + all.live + all.ended,
    byStage: all,
    byService: named('v')
      .map((serviceId) => ({ serviceId: serviceId as ServiceId, byStage: byStage(cells, `v:${serviceId}`) }))
      .filter((one) => isAny(one.byStage)),
    byReseller: scope === entityId ? byReseller.filter((one) => isAny(one.byStage)) : null,
    byAttention: {
      dispute: reason('dispute'),
      unconfirmed: reason('unconfirmed'),
      link: reason('link'),
      leaving: reason('leaving'),
    },
    months: monthsUpTo(dayInJapan(at)).map((month) => ({
      month,
      new: cells.get(`m:${month}:new`) ?? 0,
      ended: cells.get(`m:${month}:ended`) ?? 0,
    })),
  }
}
