import type { Invariant } from './invariant.ts'
import { sealedByNow } from '../reading/sealings.ts'

/**
 * I26, once the work is done. Every text an SME put its name to is sealed and stamped in its archive, with the
 * certificate of the signature where the platform saw it; or it is on record that it cannot be printed.
 */
export const sealedWhenDone: Invariant = {
  id: 'I26',
  says: { ja: '署名されたものは封印されている', en: 'what was signed is sealed' },
  check: (book, see) => {
    for (const { entry, archive } of sealedByNow(book)) {
      const sealing = archive?.sealings.find(({ contractSeq }) => contractSeq === entry.seq)
      const wanted = entry.event.type === 'attestation-confirmed' ? ['contract'] : ['contract', 'certificate']
      const missing = wanted.filter((what) => !sealing?.documents.some((one) => one.what === what))
      see(
        entry.where,
        !sealing && !archive?.unprintable.includes(entry.seq) && 'is done with, and nothing was sealed',
        sealing && missing.length > 0 && `was sealed without its ${missing.join(' and ')}`,
        sealing && !sealing.stamp.sha256 && 'was sealed without a time stamp',
      )
    }
  },
}
