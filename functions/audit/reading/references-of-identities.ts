import type { SmeIdentityEvent } from '../shapes/sme.ts'
import { paper, party, type Reference } from './contract-references.ts'

/** References of an event of an SME without 法人番号, given whose it is. */
export const identityRefersTo = (event: SmeIdentityEvent, entityId: string): readonly Reference[] => {
  switch (event.type) {
    case 'sme-identity-asked':
      return [party(event.seller, entityId), paper(event.detailsSha256)]
    case 'sme-identity-given':
      return [paper(event.verificationSha256)]
    case 'sme-identity-declined':
      return [paper(event.reasonSha256)]
    case 'sme-identity-succeeded':
      return []
  }
}
