import type { Invariant } from '../invariant.ts'
import { kept, keptAll } from '../reading/looking-up.ts'

/**
 * I08. A reseller is restricted for a proposal exactly while that proposal stands and says so: none is left behind by a
 * case that was withdrawn, waited out or approved, and none is missing.
 */
export const restrictions: Invariant = {
  id: 'I08',
  says: 'a restriction for a proposal stands as long as the proposal',
  check: (book, see) => {
    for (const { where, state } of keptAll(book, 'reseller')) {
      const { restrictedFor, stage, factsActedOn = [] } = state
      if (!restrictedFor) continue
      const about = kept(book, 'discontinuance', restrictedFor.discontinuanceId)
      see(
        where,
        stage !== 'restricted' && 'is restricted for a proposal, and not restricted',
        (about?.stage !== 'proposed' || about.restriction !== 'standing') && 'is restricted for what does not stand',
        about && about.resellerId !== state.resellerId && "is restricted for another's proposal",
        factsActedOn.length === 0 && 'is restricted for facts it does not know',
      )
    }
    for (const { where, state } of keptAll(book, 'discontinuance')) {
      if (state.stage !== 'proposed' || state.restriction !== 'standing') continue
      const { restrictedFor } = kept(book, 'reseller', state.resellerId) ?? {}
      see(where, restrictedFor?.discontinuanceId !== state.discontinuanceId && 'restricts nobody, and says it does')
    }
  },
}
