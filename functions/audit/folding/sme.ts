import type { SmeIdentity, SmeIdentityEvent } from '../shapes/sme.ts'

const notYet = { papers: [], verifiedOn: null, givenBy: null, succeededBy: null }

/** The identity of an SME without 法人番号 after an event. */
export const foldSmeIdentity = (state: SmeIdentity, event: SmeIdentityEvent): SmeIdentity => {
  if (event.type === 'sme-identity-asked') {
    const { type: _, ...asked } = event
    return { ...asked, ...notYet, stage: 'asked' }
  }
  if (state.stage === 'none') return state
  if (event.type === 'sme-identity-given') {
    const { type: _, verificationSha256: __, ...seen } = event
    return { ...state, ...seen, stage: 'given' }
  }
  return event.type === 'sme-identity-declined'
    ? { ...state, stage: 'declined' }
    : { ...state, stage: 'succeeded', succeededBy: event.by }
}
