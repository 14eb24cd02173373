import type { ContractId } from '../shapes/ids.ts'
import type { Row } from './rows.ts'
import type { Lying } from './state-row.ts'

/** Row by which an SME is reminded of a link: of which contract, which link, and at what moment. */
export type Reminder = Lying & { readonly contractId: ContractId; readonly nonce: string; readonly on: string }

/** Row of somebody who was told of a notice, or in whose digest it stands: who, of which organization, and about what. */
export type Notice = Lying & {
  readonly sub: string
  readonly tenant: string
  /** Ledger of what the notice is about. */
  readonly about: string
  /** Moment at which the digest it stands in goes out; null where it does not stand in one. */
  readonly digestAt: string | null
}

export const readNotice = (row: Row): Omit<Notice, keyof Lying> => {
  const [, at, of] = /^(\S+Z)#(.+)$/.exec(typeof row['ds'] === 'string' ? row['ds'] : '') ?? []
  const waits = row['dp'] !== undefined
  if (!row.pk.startsWith('NTC#') || typeof row['of'] !== 'string' || typeof row['st'] !== 'string')
    throw new Error('not a notice')
  if (waits && (row['dp'] !== 'DIGEST' || of !== row.sk)) throw new Error('stands in no digest of its person')
  if (waits !== (row['z'] !== undefined)) throw new Error('has words and no digest, or a digest and no words')
  return { sub: row.sk, tenant: row['of'], about: row['st'], digestAt: at ?? null }
}

export const readReminder = (row: Row): Omit<Reminder, keyof Lying> => {
  const [, contractId] = /^RMD#(ctr_\w+)$/.exec(row.pk) ?? []
  const [nonce, on] = [row['l'], row['ds']]
  if (contractId === undefined || row.sk !== 'RMD' || row['dp'] !== 'REMIND') throw new Error('not a reminder')
  if (typeof nonce !== 'string' || typeof on !== 'string') throw new Error('says neither of which link nor when')
  return { contractId: contractId as ContractId, nonce, on }
}
