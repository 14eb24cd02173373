import type { ArchiveEvent } from '../shapes/papers.ts'
import type { Reference } from './contract-references.ts'

const paper = (sha256: string): Reference => ({ to: 'paper', sha256 })

/** References of an archive's event: whose it is, and the evidence documents beside it. */
export const archiveRefersTo = (event: ArchiveEvent): readonly Reference[] => {
  const of: readonly Reference[] = 'of' in event ? [{ to: 'entity', id: event.of.entityId }] : []
  switch (event.type) {
    case 'papers-sealed':
      return [...of, paper(event.sealing.listSha256)]
    case 'papers-not-printable':
      return [...of, paper(event.charactersSha256)]
    case 'retention-set':
      return of
    default:
      return [...of, paper(event.reasonSha256)]
  }
}
