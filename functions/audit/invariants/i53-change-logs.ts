import type { Entry, Stream } from '../reading/entries.ts'
import { sha256 } from '../reading/hash.ts'
import type { Invariant } from './invariant.ts'

type Said = Readonly<Record<string, unknown>>

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A tenant, where it is a reseller. */
const ifReseller = (value: unknown): string | undefined => (text(value)?.startsWith('rsl_') ? text(value) : undefined)

/** Tenant beside the house that what happened is about, by the state its whole change came to. */
const aboutWhom = ({ kind, event }: Entry, state: Said): string | undefined => {
  switch (kind) {
    case 'contract': {
      const intervals = state['responsibility'] as readonly Said[] | undefined
      return ifReseller(intervals ? intervals.at(-1)?.['party'] : (state['deal'] as Said | undefined)?.['seller'])
    }
    case 'member': {
      const of = (state['membership'] ?? {}) as Said
      if (of['entityId'] !== undefined) return text(of['resellerId'])
      return text(of['registrationBodyId'] ?? of['role'])
    }
    case 'registrationBody':
      return text(state['registrationBodyId'])
    case 'reseller':
      return text(state['resellerId'])
    case 'submission':
      return event.type === 'submission-drafted' ? undefined : text(state['to'])
    case 'concern':
      return state['cause'] === 'told' && event.type !== 'concern-proposed' ? text(state['resellerId']) : undefined
    case 'separateContractException':
    case 'smeIdentity':
      return ifReseller(state['seller'])
    case 'operation':
      return ifReseller(state['owner'])
    case 'file':
      return ifReseller(state['broughtBy'])
    default:
      return undefined
  }
}

const houseOf = (state: Said): string | undefined =>
  text(
    state['entityId'] ??
      (state['deal'] as Said | undefined)?.['entityId'] ??
      (state['membership'] as Said | undefined)?.['entityId'],
  )

const logsOf = (entry: Entry, state: Said): readonly [house: string | undefined, beside: string | undefined] => {
  const [house, about] = [houseOf(state), aboutWhom(entry, state)]
  const { role, tenant } = entry.actor
  if (tenant.startsWith('rsl_')) return [house, about ?? tenant]
  if (role !== 'operator' || about === 'operator') return [house, about]
  return house === undefined ? ['operator', about] : [house, about ?? 'operator']
}

const in36 = (n: number, length: number): string => n.toString(36).padStart(length, '0')

const sortOf = ({ at, seq, actor }: Entry): string => {
  return `${in36(Date.parse(at), 9)}${in36(seq, 4)}#${sha256(actor.sub).slice(0, 8)}`
}

/** The state that the change of each event of a ledger came to. */
const cameTo = ({ entries, states }: Stream): readonly Said[] =>
  entries.map((_, index) => {
    const last = entries.findIndex(({ after }, place) => place >= index && after !== null)
    return states[last] ?? states.at(-1) ?? {}
  })

const isIn = ({ log }: Entry): boolean => Object.values(log).some((value) => value !== undefined)

/**
 * I53. Every event stands in the change log of each tenant it concerns, at its moment and under whoever did it, and in no
 * other's. Events of before there were change logs stand in none until `npm run upgrade` enters them: such are at the
 * beginning of their ledgers, and before any that stands in a log.
 */
export const changeLogs: Invariant = {
  id: 'I53',
  says: {
    ja: 'すべての出来事は、関係する組織の操作履歴にだけ載っている',
    en: 'every event stands in the change logs of whom it concerns, and in no other',
  },
  check: (book, see) => {
    const streams = [...book.streams.values()]
    const first = streams
      .flatMap(({ entries }) => entries.filter(isIn).map(({ at }) => at))
      .reduce((one, other) => (other < one ? other : one), '~')
    for (const stream of streams) {
      const states = cameTo(stream)
      for (const [index, entry] of stream.entries.entries()) {
        const [house, beside] = logsOf(entry, states[index] ?? {})
        const { ep, es, pp, ps } = entry.log
        const sort = sortOf(entry)
        const isOld = !isIn(entry) && entry.at < first && !stream.entries.slice(0, index).some(isIn)
        see(
          entry.where,
          !isOld &&
            ep !== (house && `${house}#log`) &&
            `stands in the log ${String(ep)}, which is that of ${String(house)}`,
          !isOld &&
            pp !== (beside && `${beside}#log`) &&
            `stands in the log ${String(pp)}, which is that of ${String(beside)}`,
          ep !== undefined && es !== sort && 'stands elsewhere in the log than where it happened',
          pp !== undefined && ps !== sort && 'stands elsewhere in the other log than where it happened',
        )
      }
    }
  },
}
