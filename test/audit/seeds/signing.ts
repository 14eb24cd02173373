import { canonical } from '../../../functions/audit/reading/hash.ts'
import { paperWith } from '../../../functions/audit/reading/looking-up.ts'
import { event, type Seed } from './tampering.ts'
import { before } from './words.ts'

/** Seeded violations of I21 to I25: how a text was agreed to, and by whom. */
export const signingSeeds: readonly Seed[] = [
  {
    invariant: 'I21',
    name: 'a contract was signed, and nobody explained it',
    // Without the explanation there is no offer, and so no link and no live contract either.
    also: ['I03', 'I07', 'I08', 'I22', 'I24', 'I29'],
    edit: (tampering) =>
      tampering.forge(before(tampering, 'contract-signed', 'contract-explained'), (body) => {
        body.event = { type: 'signing-code-refused' }
      }),
  },
  {
    invariant: 'I21',
    name: 'a change was signed, and nobody explained it',
    also: ['I03', 'I05', 'I06', 'I29'],
    edit: (tampering) =>
      tampering.forge(before(tampering, 'amendment-signed', 'contract-explained'), (body) => {
        body.event = { type: 'signing-code-refused' }
      }),
  },
  {
    invariant: 'I21',
    name: 'a change was explained before it was proposed',
    also: ['I03', 'I04', 'I05', 'I06', 'I29', 'I53'],
    edit: (tampering) => {
      const { set } = tampering
      const one = before(tampering, 'amendment-signed', 'amendment-proposed')
      const next = before(tampering, 'amendment-signed', 'contract-explained')
      set(one.where, { e: next.text, h: next.hash })
      set(next.where, { e: one.text, h: one.hash })
      tampering.rechain(one.stream)
    },
  },

  {
    invariant: 'I22',
    name: 'someone who sells signed',
    edit: (tampering) =>
      tampering.forge(event(tampering.book, 'contract-signed'), (body) => (body.actor.role = 'resellerAdmin')),
  },
  {
    invariant: 'I22',
    name: 'the SME of another contract signed a change',
    edit: (tampering) =>
      tampering.forge(event(tampering.book, 'amendment-signed'), (body) => (body.actor.sub = `ctr_${'0'.repeat(38)}`)),
  },
  {
    invariant: 'I22',
    name: 'someone who sells entered the code',
    edit: (tampering) =>
      tampering.forge(
        before(tampering, 'contract-signed', 'signing-code-accepted'),
        (body) => (body.actor.role = 'entityStaff'),
      ),
  },
  {
    invariant: 'I22',
    name: 'a link had expired when it was used to sign',
    also: ['I29'],
    edit: (tampering) =>
      tampering.forge(before(tampering, 'contract-signed', 'contract-offered'), (body) => {
        body.event.expiresAt = body.at
      }),
  },

  {
    invariant: 'I22',
    name: 'a code letter was printed by whoever offered the contract',
    edit: (tampering) => {
      const offered = before(tampering, 'contract-signed', 'code-letter-printed')
      const by = tampering.book.streams
        .get(offered.stream)
        ?.entries.find((one) => one.event.type === 'contract-offered')
      return tampering.forge(offered, (body) => (body.actor.sub = by?.actor.sub))
    },
  },
  {
    invariant: 'I22',
    name: 'a code letter was printed by someone who sells',
    edit: (tampering) =>
      tampering.forge(event(tampering.book, 'code-letter-printed'), (body) => (body.actor.role = 'resellerAdmin')),
  },
  {
    invariant: 'I22',
    name: 'a code letter was asked for by someone who sells',
    edit: (tampering) =>
      tampering.forge(event(tampering.book, 'code-letter-asked'), (body) => (body.actor.role = 'resellerAdmin')),
  },

  {
    invariant: 'I24',
    name: 'a change was offered by the nonce the contract was signed by',
    also: ['I29'],
    edit: (tampering) => {
      const change = before(tampering, 'amendment-signed', 'contract-offered')
      const first = tampering.book.streams
        .get(change.stream)
        ?.entries.find((one) => one.event.type === 'contract-offered')
      tampering.forge(change, (body) => (body.event.nonce = (first as any).event.nonce))
    },
  },
  {
    invariant: 'I24',
    name: 'two contracts were offered by one nonce',
    also: ['I29'],
    edit: (tampering) => {
      const isSigned = (id: string) => tampering.book.heads.get(id)?.contract.stage === 'live'
      const one = event(tampering.book, 'contract-offered', ({ stream }) => isSigned(stream))
      const other = event(tampering.book, 'contract-offered', ({ stream }) => stream !== one.stream && isSigned(stream))
      tampering.forge(other, (body) => (body.event.nonce = one.event.nonce))
    },
  },
  {
    invariant: 'I24',
    name: 'a confirmation is asked for by the nonce of the first time',
    also: ['I29'],
    edit: (tampering) => {
      const again = before(tampering, 'attestation-confirmed', 'confirmation-asked')
      const attested = tampering.book.streams.get(again.stream)?.entries[0]
      tampering.forge(again, (body) => (body.event.nonce = (attested as any).event.confirmBy.nonce))
    },
  },

  {
    invariant: 'I25',
    name: 'a contract is signed twice',
    also: ['I03', 'I22', 'I24', 'I29', 'I33'],
    edit: (tampering) => {
      const signed = event(tampering.book, 'contract-signed')
      tampering.append(signed, () => undefined)
    },
  },
  {
    invariant: 'I25',
    name: 'a confirmation is given twice',
    also: ['I03', 'I22', 'I24', 'I29', 'I33'],
    edit: (tampering) => tampering.append(event(tampering.book, 'attestation-confirmed'), () => undefined),
  },
  {
    invariant: 'I25',
    name: 'a signature lies beside the ledger that nobody gave',
    also: ['I07'],
    edit: (tampering) => {
      const signed = event(tampering.book, 'contract-signed')
      const paper = paperWith(tampering.book, signed.stream, signed.event.signatureSha256)
      if (!paper) throw new Error('no signature')
      const word = canonical({ ...JSON.parse(paper.text), remoteSupportConsent: null })
      const row = tampering.row(paper.where)
      tampering.add({ ...row, sk: 'P#signature-0099' })
      tampering.write({ ...paper, where: `${row.pk}|P#signature-0099` }, word)
    },
  },
]
