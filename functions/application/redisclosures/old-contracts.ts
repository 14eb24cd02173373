import * as z from 'zod'
import { numbersOf } from '../../../shared/domain/short-number.ts'
import {
  type EntityId,
  type PortfolioOwner,
  type RedisclosureId,
  shardCount,
  type ResellerId,
} from '../../../shared/domain/ids.ts'
import type { DisclosureItemCode } from '../../../shared/domain/disclosure-items.ts'
import { changedItems, itemsToSign } from '../../../shared/domain/redisclosure/changed-items.ts'
import type { ExistingRedisclosure, Notes, OldContract } from '../../../shared/domain/redisclosure/redisclosure.ts'
import type { ExistingService } from '../../../shared/domain/service/service.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { entriesOf, isHeldBy, type PortfolioEntry } from '../contracts/portfolio.ts'
import type { EndedContract, ExistingContract, LiveContract } from '../../../shared/domain/contract/states.ts'
import { readWhole } from '../read-whole.ts'

/** The items that read differently, by older version; a version that reads the same is not in it. */
export type Changed = ReadonlyMap<number, readonly DisclosureItemCode[]>

/** Changes from every older version that was on offer to this one. */
export const changedSince = async (
  { facts, countryName }: Pick<Dependencies, 'facts' | 'countryName'>,
  { serviceId, versions }: ExistingService,
  number: number,
): Promise<Changed> => {
  const after = await facts(serviceId, number)
  const older = versions.filter((one) => one.number < number && one.offeredFrom !== null)
  const items = await Promise.all(
    older.map(
      async (one) => [one.number, changedItems(await facts(serviceId, one.number), after, countryName)] as const,
    ),
  )
  return new Map(items.filter(([, changed]) => changed.length > 0))
}

/** Owners that can hold a contract of an implementing entity: itself first, then its resellers. */
export const ownersOf = async ({ directory }: Pick<Dependencies, 'directory'>, entityId: EntityId) => {
  const resellers = readWhole(await directory.resellers(entityId))
  const owners: readonly PortfolioOwner[] = [entityId, ...resellers.map(({ state }) => state.resellerId)]
  const names = new Map<string, string>(resellers.map(({ state }) => [state.resellerId, state.name]))
  return { owners, names }
}

type Made = LiveContract | EndedContract
const isMade = (state: ExistingContract): state is Made => state.stage === 'live' || state.stage === 'ended'

/** An entry as a made contract under an older text of the service; undefined for any other, or in other hands. */
export const underOldText = (
  { kept: { state }, name }: PortfolioEntry,
  owner: PortfolioOwner,
  serviceId: string,
  changed: Changed,
) => {
  const items = changed.get(state.deal.serviceVersion)
  if (!items || state.deal.serviceId !== serviceId || !isMade(state) || !isHeldBy(owner, state)) return undefined
  return { state, name, items }
}

/** Line of a list on a contract under an older text. */
export const oldContractView = ({
  state: { deal },
  name,
  items,
}: {
  state: Made
  name: string
  items: readonly DisclosureItemCode[]
}) => ({
  ...numbersOf(deal.contractId),
  sme: { smeId: deal.smeId, name },
  resellerId: deal.seller === deal.entityId ? null : (deal.seller as ResellerId),
  serviceVersion: deal.serviceVersion,
  items: [...items],
  itemsToSign: [...itemsToSign(items)],
})

export type Old = OldContract & { readonly view: ReturnType<typeof oldContractView> }

/** True of a contract that belongs to a campaign opened at that moment: live now, or ended since. */
const belongs = (state: Made, openedAt: string): boolean => state.stage === 'live' || state.endedAt > openedAt

/** Every contract of a campaign that is still under an older text, from the books of all who hold one. */
export const contractsOf = async (
  deps: Pick<Dependencies, 'contracts'>,
  owners: readonly PortfolioOwner[],
  { serviceId, openedAt }: Pick<ExistingRedisclosure, 'serviceId' | 'openedAt'>,
  changed: Changed,
): Promise<readonly Old[]> => {
  const found: Old[] = []
  for (const owner of owners) {
    for await (const entries of entriesOf(deps.contracts, owner)) {
      for (const entry of entries) {
        const old = underOldText(entry, owner, serviceId, changed)
        if (!old || !belongs(old.state, openedAt)) continue
        const { deal, stage, liveAt } = old.state
        const { contractId } = deal
        found.push({ contractId, stage, items: old.items, counted: liveAt <= openedAt, view: oldContractView(old) })
      }
    }
  }
  return found
}

/** Notes on each contract, the last word on it. */
export const notesOf = async ({ ledger }: Pick<Dependencies, 'ledger'>, redisclosureId: string): Promise<Notes> =>
  new Map(
    (await ledger.eventsOf(redisclosureId)).flatMap(({ event }) =>
      event.type === 'redisclosure-noted' ? [[event.contractId, event.outcome] as const] : [],
    ),
  )

/** A place in the books: which owner's, which shard, from where in it, and how many of the page were shown. */
export const Place = z.strictObject({ owner: z.int(), shard: z.int(), after: z.string().nullable(), skip: z.int() })
export type Place = Readonly<z.output<typeof Place>>

/** The place behind a page of a shard; null behind the last owner's last. */
export const placeBehind = ({ owner, shard }: Place, next: string | null, owners: number): Place | null => {
  if (next) return { owner, shard, after: next, skip: 0 }
  if (shard + 1 < shardCount) return { owner, shard: shard + 1, after: null, skip: 0 }
  return owner + 1 < owners ? { owner: owner + 1, shard: 0, after: null, skip: 0 } : null
}

/** A campaign with everything it is about, read from the contracts and its own ledger. */
export const campaignOf = async (deps: Dependencies, entityId: EntityId, id: RedisclosureId) => {
  const found = await deps.directory.redisclosure(entityId, id)
  if (!found) return undefined
  const service = await deps.directory.service(entityId, found.state.serviceId)
  if (!service) throw new Error(`${id} lost its service`)
  const [changed, notes, { owners, names }] = await Promise.all([
    changedSince(deps, service.state, found.state.toVersion),
    notesOf(deps, id),
    ownersOf(deps, entityId),
  ])
  return { found, notes, names, contracts: await contractsOf(deps, owners, found.state, changed) }
}
