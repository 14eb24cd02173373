import type { AggregateKind, StateOf } from '../shapes/aggregates.ts'
import type { Contract, EndedContract, KeptContract, LiveContract } from '../shapes/contract.ts'
import type { ContractId, PortfolioOwner } from '../shapes/ids.ts'
import type { Membership } from '../shapes/platform.ts'
import { portfolioOf, shardOf } from './ids.ts'
import type { Book } from './book.ts'
import type { Gate, Head, Paper } from './read-row.ts'
import type { Stream } from './entries.ts'

/** A contract that was signed or attested, live or ended; of any other, nothing. */
export const concluded = (contract: Contract | undefined): LiveContract | EndedContract | undefined =>
  contract?.stage === 'live' || contract?.stage === 'ended' ? contract : undefined

/** Heads of live contracts, with the contract known to be one. */
export const liveIn = (book: Book): readonly (Head & { readonly contract: LiveContract })[] =>
  [...book.heads.values()].filter((head) => head.contract.stage === 'live') as (Head & { contract: LiveContract })[]

/** The kept state of something, as its own row says it. */
export const kept = <Kind extends Exclude<AggregateKind, 'contract'>>(
  { states }: Book,
  kind: Kind,
  id: string,
): Exclude<StateOf<Kind>, { stage: 'none' }> | undefined => {
  const row = states.get(id)
  return row?.kind === kind ? (row.state as Exclude<StateOf<Kind>, { stage: 'none' }>) : undefined
}

/** Kept states of one kind, with their rows. */
export const keptAll = <Kind extends Exclude<AggregateKind, 'contract'>>(book: Book, kind: Kind) =>
  [...book.states.values()]
    .filter((row) => row.kind === kind)
    .map((row) => ({ ...row, state: row.state as Exclude<StateOf<Kind>, { stage: 'none' }> }))

/** Ledgers of one kind. */
export const streamsOf = <Kind extends AggregateKind>({ streams }: Book, kind: Kind): readonly Stream<Kind>[] =>
  [...streams.values()].filter((stream) => stream.kind === kind) as unknown as readonly Stream<Kind>[]

/** The organization of a membership, by its id; of a role apart, the role. */
export const tenantOf = (of: Membership): string => {
  if ('resellerId' in of) return of.resellerId
  if ('entityId' in of) return of.entityId
  return 'registrationBodyId' in of ? of.registrationBodyId : of.role
}

/** An evidence document beside a ledger, found by its hash. */
export const paperWith = ({ papers }: Book, stream: string, sha256: string): Paper | undefined =>
  papers.get(stream)?.find(({ hash }) => hash === sha256)

/** What an evidence document says, found by its hash; nothing where it lies nowhere or is no JSON, which I07 tells. */
export const saidIn = (book: Book, stream: string, sha256: string): Readonly<Record<string, unknown>> | undefined => {
  const text = paperWith(book, stream, sha256)?.text
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Readonly<Record<string, unknown>>)
  } catch {
    return undefined
  }
}

export const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** The partition of a shard of an owner's portfolio. */
export const shardPartition = (owner: PortfolioOwner, shard: number): string =>
  `PF#${portfolioOf(owner)}#${twoDigits(shard)}`

/** Portfolio guard that an owner has over a contract. */
export const gateOver = ({ gates }: Book, owner: PortfolioOwner, contractId: ContractId): Gate | undefined =>
  gates.get(`${shardPartition(owner, shardOf(contractId))}|GATE`)

/** Portfolio owner to be asked about a contract: its holder once it is made, its seller before. */
export const inHandsOf = (contract: KeptContract): PortfolioOwner => concluded(contract)?.holder ?? contract.deal.seller

/** Seller of a contract: that of the text it began with. A later text may name whom the SME moved to. */
export const soldBy = ({ entries, now }: Stream<'contract'>): PortfolioOwner | undefined => {
  for (const { event } of entries) if ('deal' in event) return event.deal.seller
  return 'deal' in now ? now.deal.seller : undefined
}
