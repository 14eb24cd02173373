import type { Contract } from '../shapes/contract.ts'
import type { ContractEvent } from '../shapes/contract-events.ts'
import type { Invariant } from './invariant.ts'
import type { Stream } from '../reading/entries.ts'
import { same } from '../reading/hash.ts'
import { contractMay } from '../reading/contract-paths.ts'
import { mayCome } from '../reading/paths.ts'

const nothing = { stage: 'none' } as const

/** The first step of a ledger that leads nowhere it may. */
const wrongStep = ({ kind, entries, states }: Stream): string | undefined => {
  for (const [index, { where, event, at }] of entries.entries()) {
    const before = states[index - 1] ?? nothing
    const may =
      kind === 'contract' ? contractMay(before as Contract, event as ContractEvent, at) : mayCome(before, event)
    if (!may) return `${where} says ${event.type} of what is ${before.stage}`
  }
  return undefined
}

/**
 * I03. Every ledger is a path of the allowed steps, from nothing on, and folding it gives exactly what the state row
 * says: for a contract all that its head unpacks to, for everything else the whole of `s`.
 */
export const rowsAndLedgers: Invariant = {
  id: 'I03',
  says: { ja: '現在の状態は、台帳の出来事を順に重ねたものと同じ', en: 'every state is the fold of its ledger' },
  check: ({ heads, states, streams }, see) => {
    for (const { id, where, contract } of heads.values()) {
      const folded = streams.get(id)?.now
      see(where, folded !== undefined && !same(folded, contract) && 'says other than its ledger folds to')
    }
    for (const { id, where, state } of states.values()) {
      const folded = streams.get(id)?.now
      see(where, folded !== undefined && !same(folded, state) && 'says other than its ledger folds to')
    }
    for (const stream of streams.values()) see(stream.where, stream.broken ?? wrongStep(stream))
  },
}
