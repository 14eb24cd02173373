import * as z from 'zod'
import type { RequestOrigin } from '../../shared/api/request-context.ts'
import { consentKinds, contactEvidence, contactGrounds } from '../../shared/domain/contract/contract-words.ts'
import { day, disclosureItems, person, sha256, signatory } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'
import { exactly } from './exactly.ts'
import { type BodyOf } from './body-of.ts'

/** Where that word came from. Absent where a seller put it on record, and before it was kept. */
const from = z.exactOptional(
  exactly<RequestOrigin>()(z.strictObject({ ip: z.string().nullable(), userAgent: z.string().nullable() })),
)

/** What an SME gives, where evidence documents from before it was asked may name no speaker. */
type Unnamed<Name extends 'confirmAttestation' | 'disputeAttestation'> = Omit<BodyOf<Name>, 'signer'> &
  Partial<Pick<BodyOf<Name>, 'signer'>> & { readonly from?: RequestOrigin }

/** Speaker for an SME. Evidence documents from before it was asked on every page name nobody. */
const signer = z.exactOptional(person)

/** Signature of an SME: who signed which text, and what that person acknowledged. */
export const signatureForm = paperForm({
  kind: 'signature',
  schema: z.strictObject({
    signer: person,
    documentSha256: sha256,
    acknowledged: disclosureItems,
    /** Absent on the signature of a change: what was consented to before stands, and is not asked again. */
    remoteSupportConsent: z.exactOptional(z.boolean()),
    from,
  }),
})

/** Confirmation of a contract that was attested for its SME. */
export const confirmationForm = paperForm({
  kind: 'confirmation',
  schema: exactly<Unnamed<'confirmAttestation'>>()(
    z.strictObject({ documentSha256: sha256, acknowledged: disclosureItems, signer, from }),
  ),
})

/** Dispute of what was attested, in the words of the SME. */
export const disputeForm = paperForm({
  kind: 'dispute',
  schema: exactly<Unnamed<'disputeAttestation'>>()(z.strictObject({ what: z.string(), signer, from })),
})

const ways = ['written', 'mail', 'phone', 'visit'] as const

/** Wish of an SME to leave: it speaks for itself (`signer`), or a seller puts on record who asked and how. */
export const cancellationForm = paperForm({
  kind: 'cancellation',
  schema: z.strictObject({
    on: day,
    reason: z.string(),
    ground: z.string().nullable().optional(),
    askedBy: z.exactOptional(z.string()),
    how: z.exactOptional(z.enum(ways)),
    /** Reason for a day that is past, and who decided it. */
    earlier: z.strictObject({ why: z.string(), by: z.string() }).nullable().optional(),
    signer,
  }),
})

export type Cancellation = SaidIn<typeof cancellationForm>

/** Evidence of one giving or withdrawing of a consent: the sentences that were shown, who said it, and how. */
export const consentForm = paperForm({
  kind: 'consent receipt',
  schema: z.strictObject({
    kind: z.enum(consentKinds),
    text: z.array(z.string()).readonly(),
    by: z.enum(['sme', 'seller']),
    askedBy: z.string().nullable(),
    how: z.enum(ways).nullable(),
    abroad: z.strictObject({ country: z.string(), regime: z.string(), measures: z.string() }).nullable(),
    /** Absent where a seller put it on record, and where nobody asked yet. */
    signer,
    from,
  }),
})
export type ConsentReceipt = SaidIn<typeof consentForm>

/** Proposal of another contact for an SME that cannot sign it itself, with its ground and evidence. */
export const contactChangeForm = paperForm({
  kind: 'contact change',
  schema: exactly<BodyOf<'proposeContactChange'>>()(
    z.strictObject({
      signatory,
      ground: z.enum(contactGrounds),
      evidence: z.strictObject({
        kind: z.enum(contactEvidence),
        on: day,
        by: person,
        what: z.string(),
        /** SHA-256 of a scan, where there is one. */
        sha256: sha256.nullable().optional(),
      }),
    }),
  ),
})
export type ContactChange = SaidIn<typeof contactChangeForm>

/** Mail address that a person stated for an SME in its takeover, and who stated it. */
export const statedAddressForm = paperForm({
  kind: 'stated address',
  schema: z.strictObject({ mail: z.string(), statedBy: z.string() }),
})
export type StatedAddress = SaidIn<typeof statedAddressForm>
