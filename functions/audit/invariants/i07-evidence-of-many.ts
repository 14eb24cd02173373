import type { Invariant } from './invariant.ts'
import { kept, streamsOf } from '../reading/looking-up.ts'

/**
 * I07. Where one evidence document stands for many contracts, it is the input of an operation on the takeovers of the
 * very case the contract is taken over in.
 */
export const evidenceOfMany: Invariant = {
  id: 'I07',
  says: { ja: '多数の契約をまとめた証拠は、その事案のもの', en: 'evidence for many is of their own case' },
  check: (book, see) => {
    for (const { entries, states } of streamsOf(book, 'contract')) {
      for (const [index, { where, event }] of entries.entries()) {
        if (event.type !== 'takeover-coverage-noted' || event.operationId === null) continue
        const state = states[index]
        const takeover = state?.stage === 'live' ? state.takeover : null
        const operation = kept(book, 'operation', event.operationId)
        const accepted = book.streams.get(event.operationId)?.entries[0]?.event
        see(
          where,
          operation?.discontinuanceId !== takeover?.discontinuanceId && 'rests on an operation of another case',
          accepted?.type === 'operation-accepted' &&
            accepted.inputSha256 !== event.evidenceSha256 &&
            'rests on another paper than the input of its operation',
        )
      }
    }
  },
}
