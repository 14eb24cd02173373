import type { Invariant } from './invariant.ts'
import { kept, keptAll } from '../reading/looking-up.ts'

/**
 * I08. A reseller is restricted for a proposal exactly while that proposal stands and says so: none is left behind by a
 * case that was withdrawn, waited out or approved, and none is missing.
 */
export const restrictions: Invariant = {
  id: 'I08',
  says: {
    ja: '提案による新規停止は、その提案と同じだけ続く',
    en: 'a restriction for a proposal stands as long as the proposal',
  },
  check: (book, see) => {
    for (const { where, state } of keptAll(book, 'reseller')) {
      const { restrictedFor, stage, factsActedOn = [] } = state
      const about = restrictedFor && kept(book, 'discontinuance', restrictedFor.discontinuanceId)
      const stands = about?.stage === 'proposed' && about.restriction === 'standing'
      see(
        where,
        restrictedFor && stage !== 'restricted' && 'is restricted for a proposal, and not restricted',
        restrictedFor && !stands && 'is restricted for what does not stand',
        about && about.resellerId !== state.resellerId && "is restricted for another's proposal",
        restrictedFor && factsActedOn.length === 0 && 'is restricted for facts it does not know',
      )
    }
    for (const { where, state } of keptAll(book, 'discontinuance')) {
      const stands = state.stage === 'proposed' && state.restriction === 'standing'
      const { restrictedFor } = kept(book, 'reseller', state.resellerId) ?? {}
      see(
        where,
        stands && restrictedFor?.discontinuanceId !== state.discontinuanceId && 'restricts nobody, and says it does',
      )
    }
  },
}
