import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { explanationOnRecord } from '../../../shared/domain/contract/explanation.ts'
import { textOnPaper } from '../../../shared/domain/contract/form-reading.ts'
import type { EntityId, PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { ExistingService } from '../../../shared/domain/service/service.ts'
import type { ServiceFacts } from '../../../shared/domain/service/facts.ts'
import type { Edition } from '../../../shared/standard/model/edition.ts'
import { defaultEdition, judgeableEdition, judgeableEditions } from '../../../shared/standard/index.ts'
import { gapSheet } from '../../../shared/standard/reports/gap-sheet.ts'
import { gapBetween, type ContractToMove } from '../../../shared/standard/reports/gap.ts'
import { fact } from '../../../shared/standard/reports/sheets.ts'
import type { PortfolioGuard } from '../../../shared/domain/reseller/guard.ts'
import type { EligibilityAsRead } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { entriesOf, isHeldBy, type PortfolioEntry } from '../../application/contracts/portfolio.ts'
import { contractFacts } from '../../../shared/policy/judging.ts'
import type { Costs } from '../../application/cost.ts'
import { readWhole } from '../../application/read-whole.ts'

/** Every live contract of a service, from the books of all who hold one, as the newer edition's rules ask for it. */
const contractsOf = async (
  { contracts, directory }: Dependencies,
  entityId: EntityId,
  { serviceId }: ExistingService,
): Promise<readonly (ContractToMove & { readonly edition: string })[]> => {
  const [resellers, kept] = await Promise.all([directory.resellers(entityId), directory.exceptions(entityId)])
  const exceptions: Exceptions = new Map(readWhole(kept).map((one) => [one.state.exceptionId, one]))
  const owners: readonly PortfolioOwner[] = [entityId, ...readWhole(resellers).map(({ state }) => state.resellerId)]
  const found: (ContractToMove & { readonly edition: string })[] = []
  for (const owner of owners) {
    const gate = await contracts.gate(owner, 0)
    if (!gate) continue
    for await (const entries of entriesOf(contracts, owner)) {
      found.push(...entries.flatMap((entry) => toMove(entry, owner, gate, serviceId, exceptions)))
    }
  }
  return found
}

type Exceptions = ReadonlyMap<string, NonNullable<EligibilityAsRead['exception']>>

const toMove = (
  { kept: { state } }: PortfolioEntry,
  owner: PortfolioOwner,
  gate: PortfolioGuard,
  serviceId: string,
  exceptions: Exceptions,
) => {
  if (state.stage !== 'live' || state.deal.serviceId !== serviceId || !isHeldBy(owner, state)) return []
  const { deal, signedOn } = state
  // The contract is looked at for what it says; whether it may still be sold is asked when it is made anew.
  const exception = exceptions.get(deal.exceptionId ?? '') ?? null
  const ground = { gate, exception, slotHeldBy: null }
  const facts = contractFacts(deal, ground, { day: signedOn, sellerCanProvide: true, made: true })
  return [
    {
      contractId: deal.contractId,
      serviceVersion: deal.serviceVersion,
      edition: deal.edition,
      contract: facts,
      conclusion: { explanation: explanationOnRecord(state), signedOn },
      paper: textOnPaper(state),
    },
  ]
}

type Ends = { readonly older: Edition; readonly newer: Edition }

/** The editions to look between: those asked for, or else that of the first version and the usual one. */
const endsOf = (
  { versions }: ExistingService,
  { from, to }: InputOf<Routes['getGap']>['query'],
): Ends | { readonly given: string } => {
  const [olderId, newerId] = [from ?? versions[0]?.edition ?? '', to ?? defaultEdition]
  const older = judgeableEdition(olderId)
  const newer = judgeableEdition(newerId)
  const all = judgeableEditions()
  if (older && newer && all.indexOf(older) < all.indexOf(newer)) return { older, newer }
  return { given: `${olderId} to ${newerId}` }
}

const gapOf = async (
  deps: Dependencies,
  { params: { serviceId }, query }: Pick<InputOf<Routes['getGap']>, 'params' | 'query'>,
  entityId: EntityId,
  today: PlainDate,
) => {
  const found = await deps.directory.service(entityId, serviceId)
  if (!found) return refuse({ kind: 'not-found' as const, what: 'service' })
  const { state } = found
  const ends = endsOf(state, query)
  const newestVersion = state.versions.at(-1)
  if ('given' in ends || !newestVersion) {
    const needs = `two editions, the older first, of ${judgeableEditions()
      .map(({ id }) => id)
      .join(', ')}`
    return refuse({ kind: 'does-not-fit' as const, what: 'from, to', given: 'given' in ends ? ends.given : '', needs })
  }
  const contracts = await contractsOf(deps, entityId, state)
  const numbers = [...new Set(contracts.map(({ serviceVersion }) => serviceVersion))]
  const versions = new Map<number, ServiceFacts>(
    await Promise.all(
      numbers.map(async (number): Promise<[number, ServiceFacts]> => [number, await deps.facts(serviceId, number)]),
    ),
  )
  const newest = await deps.facts(serviceId, newestVersion.number)
  const items = gapBetween(ends.older, ends.newer, {
    newest,
    newestVersion: newestVersion.number,
    versions,
    contracts,
    today,
    evidence: state.evidence,
  })
  const newerOrLater = judgeableEditions().slice(judgeableEditions().indexOf(ends.newer))
  const underOlder = contracts.filter(({ edition }) => newerOrLater.every(({ id }) => id !== edition)).length
  return ok({ ...ends, state, newest, newestVersion, items, contracts: { live: contracts.length, underOlder } })
}

export const getGap =
  (deps: Dependencies): HandlerOf<Routes['getGap']> =>
  async (input, { who: { entityId }, today }) => {
    const found = await gapOf(deps, input, entityId, today)
    if (!found.ok) return found
    const { older, newer, newestVersion, items, contracts } = found.value
    const count = (state: (typeof items)[number]['state']) => items.filter((item) => item.state === state).length
    const { number, edition, offeredFrom } = newestVersion
    return ok({
      serviceId: input.params.serviceId,
      from: older.id,
      to: newer.id,
      madeOn: today,
      newestVersion: { number, edition, offeredFrom },
      contracts,
      counts: {
        open: count('open'),
        done: count('done'),
        notApplicable: count('notApplicable'),
        fromNowOn: count('fromNowOn'),
      },
      items: items.map(({ seedRows, older: before, missing, examples, ...item }) => ({
        ...item,
        seedRows: [...seedRows],
        older: [...before],
        missing: [...missing],
        examples: [...examples],
      })),
    })
  }

export const getGapPage =
  (deps: Dependencies): HandlerOf<Routes['getGapPage']> =>
  async (input, { who: { entityId }, today }) => {
    const found = await gapOf(deps, input, entityId, today)
    if (!found.ok) return found
    const { older, newer, state, newest, newestVersion, items, contracts } = found.value
    const about = {
      title: `${newest.name}（${state.code}）`,
      facts: [
        fact('いちばん新しい版', `第${newestVersion.number}版（${newestVersion.edition}版の基準による）`),
        fact('有効な契約', `${contracts.live}件（うち古い版の基準によるもの ${contracts.underOlder}件）`),
      ],
      today,
    }
    return ok(deps.documents.sheetPage(gapSheet(older, newer, items, about)))
  }

/**
 * Costs for three portfolios, each read whole: seventeen requests for the implementing entity, and for each reseller.
 */
export const costs: Costs = {
  getGap: { requests: 72, readUnits: 72, writeUnits: 0 },
  getGapPage: { requests: 71, readUnits: 71, writeUnits: 0 },
}
