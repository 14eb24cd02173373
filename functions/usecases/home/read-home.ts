import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { attentionOf, attentions } from '../../../shared/domain/contract/book-entry.ts'
import type { FirstStep } from '../../../shared/domain/home.ts'
import type { ResellerId } from '../../../shared/domain/ids.ts'
import { dayInJapan, daysAfter, plainDate, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { ok } from '../../../shared/domain/result.ts'
import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Unreadable } from '../../ports/pages.ts'
import { countsOf } from '../../application/book/counts-of.ts'
import { ownPortfolio, type Seller } from '../../application/contracts/contract-access.ts'
import { isHeldBy } from '../../application/contracts/portfolio.ts'
import type { Costs } from '../../application/cost.ts'
import {
  dueOf,
  dueOfCase,
  dueOfConcern,
  dueOfException,
  dueOfReseller,
  dueOfService,
  dueOfSubmission,
  type Due,
} from '../../application/home/due.ts'
import { addresseeOf } from '../../application/submissions/finding.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { personBySub } from '../../views/person-shown.ts'

/** Contracts of each reason that are named one by one; how many there are the figures say. */
const eachOf = 5
const endsWithin = 30

type Things = {
  readonly due: readonly Due[]
  readonly steps: readonly (readonly [FirstStep, boolean])[]
  readonly unreadable: readonly Unreadable[]
}
const nothing: Things = { due: [], steps: [], unreadable: [] }

/** The day of a mark: of an instant, the one it is in Japan. */
const dayOf = (on: string): PlainDate => (on.includes('T') ? dayInJapan(on as never) : plainDate(on))

/** Contracts of a book that want attention, the nearest of each reason, and those whose term is about to end. */
const dueContracts = async (deps: Dependencies, who: Seller, today: PlainDate): Promise<Things> => {
  const own = ownPortfolio(who)
  const first = { limit: eachOf, after: null }
  const [ending, ...pages] = await Promise.all([
    deps.book.page(
      own,
      { sort: 'end', order: 'asc', of: { stages: ['live'] }, from: today, until: daysAfter(today, endsWithin) },
      first,
    ),
    ...attentions.map((reason) =>
      deps.book.page(own, { sort: 'changed', order: 'asc', of: { attention: [reason] } }, first),
    ),
  ])
  const lines = [...pages.flatMap((page) => page.lines), ...ending.lines]
  const read = await deps.contracts.lines([...new Set(lines.map(({ contractId }) => contractId))])
  const contracts = new Map(read.items.map((one) => [one.line.contractId, one]))
  const due = lines.flatMap(({ contractId, attention }) => {
    const found = contracts.get(contractId)
    if (!found) return []
    const { state } = found.kept
    if (own !== state.deal.entityId && !isHeldBy(own, state)) return []
    const about = {
      type: 'contract',
      id: contractId,
      name: found.line.name,
      shortNumber: shortNumberOf(contractId),
    } as const
    if (attention === null) return state.stage === 'live' ? [dueOf('termEnds', found.line.endOn, today, about)] : []
    const on = attentionOf(state)[attention]
    return on === undefined ? [] : [dueOf(attention, dayOf(on), today, about)]
  })
  return { due, steps: [], unreadable: read.unreadable }
}

const ofEntity = async ({ directory }: Dependencies, who: Seller, today: PlainDate): Promise<Things> => {
  const { entityId } = who
  const [services, resellers, cases, concerns, exceptions, submissions] = await Promise.all([
    directory.services(entityId),
    directory.resellers(entityId),
    directory.discontinuances(entityId),
    directory.concerns(entityId),
    directory.exceptions(entityId),
    directory.submissions(entityId),
  ])
  const names = new Map(resellers.items.map(({ state }) => [state.resellerId, state.name]))
  const nameOf = (id: ResellerId) => names.get(id) ?? null
  const active = resellers.items.filter(({ state }) => state.stage !== 'invited')
  return {
    due: [
      ...cases.items.flatMap(({ state }) => dueOfCase(state, nameOf(state.resellerId), today)),
      ...concerns.items.flatMap(({ state }) => dueOfConcern(state, nameOf(state.resellerId), today)),
      ...exceptions.items.flatMap(({ state }) => dueOfException(state, today)),
      ...resellers.items.flatMap(({ state }) => dueOfReseller(state, today, false)),
      ...services.items.flatMap(({ state }) => dueOfService(state, today)),
      ...submissions.items.flatMap(({ state }) => dueOfSubmission(state, today, false)),
    ],
    steps: [
      ['registerService', services.items.length > 0],
      ['publishService', services.items.some(({ state }) => state.versions.some(({ offeredFrom }) => offeredFrom))],
      ['recordRegistration', services.items.some(({ state }) => state.registration !== null)],
      ['inviteReseller', resellers.items.length > 0],
      ['approveReseller', active.length > 0],
    ],
    unreadable: [services, resellers, cases, concerns, exceptions, submissions].flatMap((one) => one.unreadable),
  }
}

const ofReseller = async (
  { directory }: Dependencies,
  who: Seller & { readonly resellerId: ResellerId },
  today: PlainDate,
): Promise<Things> => {
  const found = await directory.reseller(who.entityId, who.resellerId)
  if (!found) return nothing
  const { state } = found
  return {
    due: dueOfReseller(state, today, true),
    steps: [
      ['supplyRequirements', state.requirements.every(({ met }) => met !== null)],
      ['beApproved', state.stage !== 'invited'],
      ['beAuthorized', Object.keys(state.authorizations).length > 0],
    ],
    unreadable: [],
  }
}

/** What somebody who comes in has to see to, by day, and how the own book stands. */
export const readHome =
  (deps: Dependencies): HandlerOf<Routes['readHome']> =>
  async (_, { who, at, today }) => {
    const isSeller = 'entityId' in who && who.role !== ('sme' as never)
    const [things, contracts, figures] = await Promise.all([
      'resellerId' in who
        ? ofReseller(deps, who, today)
        : 'entityId' in who
          ? ofEntity(deps, who, today)
          : who.role === 'operator'
            ? nothing
            : ofAuthority(deps, who, today),
      isSeller ? dueContracts(deps, who, today) : nothing,
      isSeller ? countsOf(deps, ownPortfolio(who), who.entityId, at) : null,
    ])
    const due = [...things.due, ...contracts.due].toSorted((one, other) =>
      one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
    )
    const names = await deps.people.namesOf(
      due.flatMap(({ ownerSub }) => ownerSub ?? []),
      who,
    )
    const steps = [...things.steps, ...(figures ? [['firstContract', figures.total > 0] as const] : [])].map(
      ([step, done]) => ({ step, done }),
    )
    return ok({
      asOf: at,
      due: due.map(({ ownerSub, ...one }) => ({
        ...one,
        owner: ownerSub === null ? null : personBySub(ownerSub, names),
      })),
      figures,
      firstSteps: steps.every(({ done }) => done) ? null : steps,
      unreadable: unreadableFor(who, [...things.unreadable, ...contracts.unreadable]),
    })
  }

const ofAuthority = async (
  { directory }: Dependencies,
  who: Parameters<typeof addresseeOf>[0],
  today: PlainDate,
): Promise<Things> => {
  const to = addresseeOf(who)
  if (!to) return nothing
  const { items, unreadable } = await directory.submissionsTo(to, { limit: 100, after: null })
  return { due: items.flatMap(({ state }) => dueOfSubmission(state, today, true)), steps: [], unreadable }
}

/**
 * Six lists of what is few for an implementing entity, one thing for a reseller; the nearest contracts of each reason and
 * the counts, their heads, and the names of whoever sees to an obligation. However large the book.
 */
export const costs: Costs = {
  readHome: { requests: 13, readUnits: 15, writeUnits: 0 },
}
