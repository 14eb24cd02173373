import type { EntityId, OwnSmeId, PlainDate, PortfolioOwner, SmeId } from './ids.ts'

export type IdentityPaper =
  | 'drivingLicence'
  | 'myNumberCardFront'
  | 'residenceRecord'
  | 'passport'
  | 'openingNotification'
  | 'taxReturn'
  | 'businessPermit'
  | 'rules'
  | 'minutes'
  | 'officerList'
  | 'other'

/**
 * Identity of an SME without 法人番号, in the book of one implementing entity. Name and address are in its evidence
 * documents.
 */
type KeptSmeIdentity = {
  readonly stage: 'asked' | 'given' | 'declined' | 'succeeded'
  readonly smeId: OwnSmeId
  readonly entityId: EntityId
  readonly seller: PortfolioOwner
  readonly kind: 'soleProprietor' | 'association'
  /** SHA-256 of the name as it is searched for, and of the address as it is compared. */
  readonly nameKey: string
  readonly addressKey: string
  readonly detailsSha256: string
  readonly askedBy: string
  readonly papers: readonly IdentityPaper[]
  readonly verifiedOn: PlainDate | null
  readonly givenBy: string | null
  /** SME that took its place. */
  readonly succeededBy: SmeId | null
}
export type SmeIdentity = { readonly stage: 'none' } | KeptSmeIdentity

type Asked = Omit<KeptSmeIdentity, 'stage' | 'papers' | 'verifiedOn' | 'givenBy' | 'succeededBy'>

export type SmeIdentityEvent =
  | ({ readonly type: 'sme-identity-asked' } & Asked)
  | {
      readonly type: 'sme-identity-given'
      readonly papers: readonly IdentityPaper[]
      readonly verifiedOn: PlainDate
      readonly givenBy: string
      readonly verificationSha256: string
    }
  | { readonly type: 'sme-identity-declined'; readonly reasonSha256: string }
  | { readonly type: 'sme-identity-succeeded'; readonly by: SmeId }
