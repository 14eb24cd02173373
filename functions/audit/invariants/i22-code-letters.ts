import type { Invariant } from './invariant.ts'
import { streamsOf } from '../reading/looking-up.ts'

const handsOn: ReadonlySet<string> = new Set([
  'contract-drafted',
  'contract-revised',
  'contract-explained',
  'contract-offered',
  'contract-attested',
  'amendment-proposed',
  'confirmation-asked',
  'own-link-sent',
  'attestation-kept',
  'attestation-corrected',
])

/**
 * I22, of letters. A code on a letter was asked for by the SME itself, and printed by an admin of the implementing entity
 * who had no hand in what the SME was sent: nobody who sells ever sees a code.
 */
export const codeLetters: Invariant = {
  id: 'I22',
  says: {
    ja: '確認コードの手紙は、契約の送付に関わっていない実施主体の管理者が印刷している',
    en: 'a code letter is printed by an admin of the implementing entity who had no hand in the contract',
  },
  check: (book, see) => {
    for (const { entries } of streamsOf(book, 'contract'))
      for (const [index, { where, event, actor }] of entries.entries()) {
        if (event.type === 'code-letter-asked')
          see(where, actor.role !== 'sme' && `asks for a code by letter as ${actor.role}`)
        if (event.type !== 'code-letter-printed') continue
        const earlier = entries.slice(0, index)
        see(
          where,
          actor.role !== 'entityAdmin' && `has a code letter that ${actor.role} printed`,
          earlier.some((one) => handsOn.has(one.event.type) && one.actor.sub === actor.sub) &&
            'has a code letter printed by someone who had a hand in the contract',
        )
      }
  },
}
