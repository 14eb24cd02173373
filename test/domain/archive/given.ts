import type { ArchiveEvent, ExistingArchive, Sealing } from '../../../shared/domain/archive/archive.ts'
import { plainDate } from '../../../shared/domain/plain-date.ts'
import { entityId, folded, sha256 } from '../given.ts'

const suffix = '00000000000101k6d2q0000000000000000007'
export const of = { archiveId: `arc_${suffix}`, contractId: `ctr_${suffix}`, entityId } as const

export const sealing = (contractSeq: number, revision = 1): Sealing => ({
  contractSeq,
  revision,
  documents: [{ what: 'contract', name: `contract-000${contractSeq}.pdf`, sha256: sha256('a') }],
  listSha256: sha256('b'),
  stamp: { name: `stamp-000${contractSeq}.tst`, sha256: sha256('c') },
  certificate: { name: 'keys/k.der', sha256: sha256('d') },
})
export const sealed = (contractSeq = 5): ArchiveEvent => ({ type: 'papers-sealed', of, sealing: sealing(contractSeq) })
export const retained = (until = '2039-09-30'): ArchiveEvent => ({
  type: 'retention-set',
  until: plainDate(until),
  endedOn: plainDate('2027-09-30'),
  years: 12,
})
export const held = (number = 1): ArchiveEvent => ({ type: 'hold-placed', of, number, reasonSha256: sha256('e') })

export const archive = (...events: readonly ArchiveEvent[]): ExistingArchive =>
  folded('archive', events) as ExistingArchive
