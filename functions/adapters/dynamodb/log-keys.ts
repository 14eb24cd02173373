import type { AggregateKind } from '../../../shared/domain/aggregates/aggregates.ts'
import { tenantsConcerned, type Happened } from '../../../shared/domain/aggregates/concerned.ts'
import { instant, type Instant } from '../../../shared/domain/plain-date.ts'
import { sha256 } from '../canonical.ts'

/*
 * Index keys under which events stand in the change logs of the tenants they concern: beside the event's text, which the
 * hash is over, and no part of it. A tenant's log is one partition of an index, in the order of recording. An index has
 * the keys of the row as well, so a sort key says only what those do not: when, and who, in a few characters.
 */

/** Index partition of a tenant's change log. */
export const logOf = (tenant: string): string => `${tenant}#log`

const in36 = (n: number, length: number): string => n.toString(36).padStart(length, '0')

/** Beginning of the sort keys of a moment: they sort as moments do. */
export const momentMark = (at: Instant): string => in36(Date.parse(at), 9)

/** Mark of whoever acted: a few characters of a hash. Two persons may have the same; whoever looks for one looks twice. */
export const personMark = (sub: string): string => sha256(sub).slice(0, 8)

export type LogMarks = { readonly ep?: string; readonly es?: string; readonly pp?: string; readonly ps?: string }

/** The marks of an event: at most one in each of two indexes. */
export const logMarks = (one: Happened, { at, seq }: { readonly at: Instant; readonly seq: number }): LogMarks => {
  const { house, beside } = tenantsConcerned(one)
  const sort = `${momentMark(at)}${in36(seq, 4)}#${personMark(one.actor.sub)}`
  return {
    ...(house === null ? {} : { ep: logOf(house), es: sort }),
    ...(beside === null ? {} : { pp: logOf(beside), ps: sort }),
  }
}

/** What a sort key says: when, and the mark of who. */
export const saidBySort = (sort: string): { readonly at: Instant; readonly person: string } => ({
  at: instant(new Date(Number.parseInt(sort.slice(0, 9), 36)).toISOString()),
  person: sort.slice(sort.indexOf('#') + 1),
})

const kindByPrefix: Readonly<Record<string, Exclude<AggregateKind, 'member'>>> = {
  ent: 'entity',
  rbd: 'registrationBody',
  svc: 'service',
  rsl: 'reseller',
  ctr: 'contract',
  dsc: 'discontinuance',
  cnc: 'concern',
  sbm: 'submission',
  opr: 'operation',
  exc: 'separateContractException',
  sme: 'smeIdentity',
  rdc: 'redisclosure',
  arc: 'archive',
  fil: 'file',
}

/** Kind of what a ledger is of, by its name: that of a member is the member's subject, which has no prefix of ours. */
export const kindOfStream = (stream: string): AggregateKind =>
  (stream.includes('_') ? kindByPrefix[stream.slice(0, stream.indexOf('_'))] : undefined) ?? 'member'
