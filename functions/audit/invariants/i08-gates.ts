import { shardCount } from '../reading/ids.ts'
import type { KeptEntity } from '../shapes/platform.ts'
import type { KeptReseller } from '../shapes/reseller.ts'
import type { KeptService } from '../shapes/service.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Gate } from '../reading/read-row.ts'
import type { Stream } from '../reading/entries.ts'
import { canonical } from '../reading/hash.ts'
import { kept, shardPartition, twoDigits } from '../reading/looking-up.ts'

const gateStage = { invited: 'closed', active: 'open', restricted: 'restricted', discontinued: 'discontinued' } as const

const ofEntity = ({ entityId, name, corporateNumber }: KeptEntity) => ({
  owner: entityId,
  entityId,
  name,
  corporateNumber,
  entity: { name, corporateNumber },
  stage: 'open',
  authorizations: {},
  discontinued: null,
})

const ofReseller = ({ resellerId, ...reseller }: KeptReseller, entity: KeptEntity | undefined) => ({
  owner: resellerId,
  entityId: reseller.entityId,
  name: reseller.name,
  corporateNumber: reseller.corporateNumber ?? '',
  entity: { name: entity?.name, corporateNumber: entity?.corporateNumber },
  stage: gateStage[reseller.stage],
  authorizations: reseller.authorizations,
  ...(reseller.stage === 'restricted' ? { restrictedSince: reseller.restrictedSince } : {}),
  ...(reseller.restrictedFor?.alone && reseller.restrictedFor.until
    ? { restrictedUntil: reseller.restrictedFor.until }
    : {}),
  discontinued: reseller.discontinued,
})

const ofService = ({ serviceId, entityId, code, monitoringType, versions, registration }: KeptService) => ({
  serviceId,
  entityId,
  code,
  monitoringType,
  offered: versions
    .filter(({ offeredFrom }) => offeredFrom !== null)
    .map(({ number, edition, offeredFrom }) => ({ number, edition, offeredFrom })),
  registration: registration && { from: registration.from, until: registration.until },
})

/** Text that portfolio or service guards have at a state; null where it has none: a service before its first offer. */
const textAt = (book: Book, state: Stream['now']): string | null => {
  if (state.stage === 'none') return null
  if ('requirements' in state) return canonical(ofReseller(state, kept(book, 'entity', state.entityId)))
  if ('versions' in state) {
    const offered = state.versions.some(({ offeredFrom }) => offeredFrom !== null)
    return offered ? canonical(ofService(state)) : null
  }
  return canonical(ofEntity(state as KeptEntity))
}

const gated = new Set(['entity', 'reseller', 'service'])

/** Number of the event since which the portfolio or service guards have to say what they say. */
const changedAt = (texts: readonly (string | null)[]): number =>
  texts.findLastIndex((text, index) => text !== (texts[index - 1] ?? null)) + 1

const wrongFence = (book: Book, { row }: Gate, owner: string): string | undefined => {
  if (!('fence' in row)) return undefined
  const about = kept(book, 'discontinuance', String(row['fence']))
  if (about?.stage !== 'proposed')
    return `has a fence of ${String(row['fence'])}, ${about?.stage ?? 'which is not there'}`
  return about.resellerId === owner ? undefined : `has a fence of another's case`
}

/**
 * I08. Each implementing entity, each reseller and each service on offer has its sixteen guards, all alike, and they say
 * what its state says. `epoch` is the version they were last set at: nothing that came after it touches what they say,
 * and none is of a version that has not been. A signing lock (`fence`) stands only while its discontinuance is proposed.
 */
export const gates: Invariant = {
  id: 'I08',
  says: { ja: '販売の関門は十六ずつあり、持ち主の状態のとおり', en: 'sixteen gates each, as their owner stands' },
  check: (book, see) => {
    const due = new Set<string>()
    for (const stream of book.streams.values()) {
      if (!gated.has(stream.kind)) continue
      const texts = stream.states.map((state) => textAt(book, state))
      const text = texts.at(-1)
      if (text === null || text === undefined) continue
      const [oldest, newest] = [changedAt(texts), stream.entries.length]
      const epochs = new Set<unknown>()
      for (let shard = 0; shard < shardCount; shard += 1) {
        const partition =
          stream.kind === 'service'
            ? `SG#${stream.id}#${twoDigits(shard)}`
            : shardPartition(stream.id as Parameters<typeof shardPartition>[0], shard)
        const where = `${partition}|GATE`
        due.add(where)
        const gate = book.gates.get(where)
        if (!gate) {
          see(where, `is missing: ${stream.id} has no gate there`)
          continue
        }
        const epoch = gate.row['epoch']
        epochs.add(epoch)
        const inTime = typeof epoch === 'number' && oldest <= epoch && epoch <= newest
        see(
          where,
          canonical(gate.says) !== text && `does not say what ${stream.id} stands at`,
          gate.row['t'] !== (stream.kind === 'service' ? 'serviceGate' : 'gate') && 'is of the wrong kind',
          !inTime && `is of epoch ${String(epoch)}, not of ${oldest} to ${newest}`,
          epochs.size > 1 && 'is of another epoch than its fellows',
          wrongFence(book, gate, stream.id),
        )
      }
    }
    for (const where of book.gates.keys()) see(where, !due.has(where) && 'is a gate of nothing')
  },
}
