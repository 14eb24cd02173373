import type { Invariant } from './invariant.ts'
import { sha256 } from '../reading/hash.ts'
import { longHash } from '../reading/fields/head-words.ts'

const genesis = (stream: string): string => sha256('musubi/ledger/1\n', stream)
const next = (before: string, text: string): string => sha256(Uint8Array.of(0), Buffer.from(before, 'hex'), text)

/** The link a state row stands at; nothing where it is not written as one. */
const inHex = (short: unknown): string | null => {
  try {
    return longHash(short)
  } catch {
    return null
  }
}

/**
 * I28. Each ledger is a chain: the first link follows from the stream's name, every other is SHA-256 over a zero byte,
 * the link before it and the event's canonical text; and the state row stands at the last. The mark and the receipts
 * lie outside.
 */
export const chains: Invariant = {
  id: 'I28',
  says: { ja: 'すべての台帳のハッシュの鎖が、計算し直しても同じ', en: 'every hash chain recomputes' },
  check: ({ heads, states, streams }, see) => {
    const last = new Map<string, string>()
    for (const { id, entries } of streams.values()) {
      let chain = genesis(id)
      for (const { where, text, inForm, hash } of entries) {
        chain = next(chain, text)
        see(where, hash !== chain && 'does not follow from what came before', !inForm && 'is not in canonical form')
        // The next link is judged by what is written here, so that one break is not told of all that follows.
        if (typeof hash === 'string') chain = hash
      }
      last.set(id, chain)
    }
    for (const { id, where, row } of [...heads.values(), ...states.values()]) {
      see(where, inHex(row['h']) !== last.get(id) && 'does not stand at the last link of its ledger')
    }
  },
}
