import type { CommandMetadata } from '../../../shared/domain/command.ts'
import type { AggregateKind } from '../../../shared/domain/aggregates/aggregates.ts'
import {
  ownSuffix,
  portfolioOf,
  portfolioOfContract,
  shardOf,
  type ContractId,
  type DiscontinuanceId,
  type EntityId,
  type FileId,
  type OperationId,
  type PortfolioOwner,
  type ResellerId,
} from '../../../shared/domain/ids.ts'
import { tenantOfMember, type Membership } from '../../../shared/domain/platform/member.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import type { CaseRef, Over } from '../../ports/directory.ts'
import type { UniqueKey } from '../../ports/records.ts'

export type Key = { readonly pk: string; readonly sk: string }

const two = (n: number) => String(n).padStart(2, '0')
const six = (n: number) => String(n).padStart(6, '0')

// A portfolio's shard: its guard, the heads of its contracts, pointers to contracts it holds from elsewhere.
const portfolioShard = (portfolio: string, shard: number) => `PF#${portfolio}#${two(shard)}`

export const shardKey = (owner: PortfolioOwner, shard: number): string => portfolioShard(portfolioOf(owner), shard)
export const portfolioGateKey = (owner: PortfolioOwner, shard: number): Key => ({
  pk: shardKey(owner, shard),
  sk: 'GATE',
})
export const ownGateKey = (id: ContractId): Key => ({
  pk: portfolioShard(portfolioOfContract(id), shardOf(id)),
  sk: 'GATE',
})
export const headKey = (id: ContractId): Key => ({
  pk: portfolioShard(portfolioOfContract(id), shardOf(id)),
  sk: `C#${ownSuffix(id)}`,
})
export const contractOfHead = ({ pk, sk }: Key): ContractId => `ctr_${pk.split('#')[1]}${sk.slice(2)}`
export const pointerKey = (owner: PortfolioOwner, id: ContractId): Key => ({
  pk: shardKey(owner, shardOf(id)),
  sk: `P#${id}`,
})
export const serviceGateKey = (serviceId: string, shard: number): Key => ({
  pk: `SG#${serviceId}#${two(shard)}`,
  sk: 'GATE',
})

// A ledger: the events of one aggregate, their receipts, and the evidence documents they name.
export const ledgerPartition = (stream: string): string => `LED#${stream}`
export const eventKey = (stream: string, seq: number): Key => ({ pk: ledgerPartition(stream), sk: `E#${six(seq)}` })
export const receiptKey = (stream: string, seq: number, deliveryId: string): Key => ({
  pk: ledgerPartition(stream),
  sk: `E#${six(seq)}#R#${deliveryId}`,
})
export const paperKey = (stream: string, name: string): Key => ({ pk: ledgerPartition(stream), sk: `P#${name}` })
export const dueShardOf = (stream: string): number => (stream.codePointAt(stream.length - 1) ?? 0) % 16
export const duePartition = (shard: number): string => `DUE#${two(shard)}`

/** Partition of heads that the calendar will come to, by shard; sorted by the day it comes. */
export const termPartition = (shard: number): string => `T#${two(shard)}`

/** Index key of letters that came back from SMEs, by the shard in which their contracts were made. */
export const returnedTo = (id: ContractId): string => `${ownGateKey(id).pk}#returned`

/** Index key of letters of an implementing entity that must reach their SMEs by another way. */
export const untoldPartition = (id: EntityId): string => `${id}#untold`
export const untoldSort = (contractId: string, seq: number, deliveryId: string): string =>
  `${contractId}#${six(seq)}#${deliveryId}`
export const untoldOfSort = (
  sort: string,
): { readonly stream: string; readonly seq: number; readonly deliveryId: string } => {
  const [stream = '', seq, deliveryId = ''] = sort.split('#')
  return { stream, seq: Number(seq), deliveryId }
}

/**
 * Partition of a case's checkpoints, which say how far its fan-out has come, and of the tallies counted since, by
 * shard.
 */
export const checkpointPartition = (id: DiscontinuanceId): string => `RUN#${id}`
export const checkpointKey = (id: DiscontinuanceId, shard: number): Key => ({
  pk: checkpointPartition(id),
  sk: `S#${two(shard)}`,
})
export const tallyKey = (id: DiscontinuanceId, shard: number): Key => ({
  pk: checkpointPartition(id),
  sk: `T#${two(shard)}`,
})

/**
 * Partition of things other than contracts that time comes to; sorted by the last moment before it does. They are few.
 */
export const watchPartition = 'WATCH'

/** Partition of exports whose files will go, sorted by the day. There are few. */
export const clearingPartition = 'CLEAR'

/**
 * Partition of cases that the calendar will come to, sorted by the first day something in them is overdue. They are
 * few.
 */
export const obligationPartition = 'OBL'

/**
 * Partition of services and resellers of which something lapses, sorted by the first day after which it does. They are
 * few.
 */
export const lapsePartition = 'LAPSE'
export const lapseSort = (day: PlainDate, id: string): string => `${day.replaceAll('-', '')}#${id}`

export const claimKey = ({ scope, value }: Pick<UniqueKey, 'scope' | 'value'>): Key => ({
  pk: `GUARD#${scope}#${value}`,
  sk: 'GUARD',
})
export const commandKey = ({ tenant, route, key }: Pick<CommandMetadata, 'tenant' | 'route' | 'key'>): Key => ({
  pk: `CMD#${tenant}#${route}#${key}`,
  sk: 'CMD',
})

/** Key of a person's own data, beside the membership of the same subject. */
export const personKey = (sub: string): Key => ({ pk: `PER#${sub}`, sk: 'PER' })

/** Index key of the people of an organization; those of resellers are listed with those of their implementing entity. */
export const membersOf = (of: Membership): string => `${'entityId' in of ? of.entityId : tenantOfMember(of)}#members`

/** Partition of a notice to people: a row for everyone who was told of it, or in whose digest it stands. */
export const noticePartition = (noticeId: string): string => `NTC#${noticeId}`
export const noticeKey = (noticeId: string, sub: string): Key => ({ pk: noticePartition(noticeId), sk: sub })

/** Partition of what stands in digests, sorted by the moment they go out and then by person. */
export const digestPartition = 'DIGEST'
export const digestMark = (at: Instant, sub: string): string => `${at}#${sub}`

/** Key of the reminder of a contract's link, and the partition of all of them, sorted by their moment. */
export const reminderKey = (id: ContractId): Key => ({ pk: `RMD#${id}`, sk: 'RMD' })
export const reminderPartition = 'REMIND'

/** Key of the one row that says for which day people were told last of what is to come. */
export const lookedAheadKey: Key = { pk: 'AHEAD', sk: 'AHEAD' }

/** Partition of an account: what it chose, and the members beside its own subject that it may act as. */
export const accountPartition = (account: string): string => `ACC#${account}`
export const accountKey = (account: string): Key => ({ pk: accountPartition(account), sk: 'ACC' })
export const accountMemberKey = (account: string, sub: string): Key => ({
  pk: accountPartition(account),
  sk: `M#${sub}`,
})

/** Index key of the files of one thing, such as a reseller or a contract; and of all of an implementing entity. */
export const filesOf = (objectId: string): string => `${objectId}#files`

export const entityPartition = (id: EntityId): string => `ENT#${id}`

const listed = {
  service: 'SVC',
  reseller: 'RSL',
  discontinuance: 'DSC',
  concern: 'CNC',
  submission: 'SBM',
  separateContractException: 'EXC',
  operation: 'OPR',
  redisclosure: 'RDC',
  smeIdentity: 'SME',
} as const
export type ListedKind = keyof typeof listed

/** The start of the sort keys under which a tenant keeps its things of one kind. */
export const listPrefix = (kind: ListedKind): string => `${listed[kind]}#`

/** Case that lies under a key. */
export const caseOfRow = ({ pk, sk }: Key): CaseRef => ({
  entityId: pk.slice('ENT#'.length) as CaseRef['entityId'],
  discontinuanceId: sk.slice(listPrefix('discontinuance').length) as CaseRef['discontinuanceId'],
})

/** Key of an aggregate's state, contracts apart. */
export const stateKey = (kind: Exclude<AggregateKind, 'contract'>, id: string, entityId: EntityId | null): Key => {
  switch (kind) {
    case 'entity':
      return { pk: `ENT#${id}`, sk: 'ENT' }
    case 'registrationBody':
      return { pk: 'RBD', sk: `RBD#${id}` }
    case 'member':
      return { pk: `MEM#${id}`, sk: 'MEM' }
    case 'archive':
      return { pk: `ARC#${id}`, sk: 'ARC' }
    case 'file':
      return { pk: `FIL#${id}`, sk: 'FIL' }
    default:
      if (!entityId) throw new Error(`a ${kind} belongs to an implementing entity`)
      return { pk: entityPartition(entityId), sk: `${listPrefix(kind)}${id}` }
  }
}

/** Key under which 0.2.0 kept an operation; those it finished lie there still. */
export const operationKeyOf020 = (id: OperationId): Key => ({ pk: `OPR#${id}`, sk: 'OPR' })

/** The mark of a portfolio's signing locks: the moment from which they bind nobody, and whose they are. */
export const fenceMark = (from: Instant, owner: PortfolioOwner): string => `${from}#${owner}`

/** Thing that a mark of the watch stands for: by its place, or signing locks by the mark itself. */
export const watched = ({ pk, sk, ds }: Key & { readonly ds?: string }): Over => {
  if (ds?.includes('#')) return { fenced: ds.slice(ds.indexOf('#') + 1) as PortfolioOwner }
  if (sk === 'FIL') return { fileId: pk.slice('FIL#'.length) as FileId }
  return {
    entityId: pk.slice('ENT#'.length) as EntityId,
    id: sk.slice(sk.indexOf('#') + 1) as DiscontinuanceId | ResellerId,
  }
}

// Listings: derived rows by which contracts are found, for one who searches: an implementing entity or a reseller.
const listings = (scope: string, by: string): string => `FIND#${scope}#${by}`

/** Key of what is listed of a contract now, and as of which version. */
export const listedKey = (id: ContractId): Key => ({ pk: `FIND#${id}`, sk: 'LISTED' })
/** The years in which anything was signed. */
export const yearsPartition = (scope: string): string => listings(scope, 'Y')
/** Contracts signed in a year, by day and then amount. */
export const daysPartition = (scope: string, year: string): string => listings(scope, `D#${year}`)
/** Contracts signed in a year or a month (`2026`, `2026-10`), by amount. */
export const amountsPartition = (scope: string, span: string): string => listings(scope, `A#${span}`)
/** Contracts signed in a year, a month or on a day, by the key of the SME's name. */
export const namesPartition = (scope: string, span: string): string => listings(scope, `N#${span}`)
/** Contracts of one SME, by day and then amount. */
export const smePartition = (scope: string, smeId: string): string => listings(scope, `S#${smeId}`)
/** Contracts whose SME says that the record is wrong and whom nobody has answered, the oldest first. */
export const disputesPartition = (scope: string): string => listings(scope, 'Q')

/** Contracts of an implementing entity whose SMEs have a contact, by its key; sorted by SME. */
export const contactPartition = (entityId: EntityId, key: string): string => listings(entityId, `K#${key}`)
/** Keys of contacts under which contracts of several SMEs were found lying. */
export const sharedContactsPartition = (entityId: EntityId): string => listings(entityId, 'K')
/** Key of what a contract stands under in a book, and as of which version. */
export const bookEntryKey = (id: ContractId, scope: string): Key => ({ pk: `FIND#${id}`, sk: `ENTRY#${scope}` })
/** A part of a book: contracts of a stage in an order, those that want attention, words by their first sign, or counts. */
export const bookPartition = (scope: string, part: string): string => listings(scope, part)

/** An amount in sixteen digits, so that it sorts: more than any contract can come to. */
export const sixteen = (amount: number): string => String(amount).padStart(16, '0')
