import type { EntityId, OwnSmeId, PortfolioOwner, SmeId } from '../ids.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { isOwnSmeId } from '../sme-id.ts'

/** Kinds of SME that may have no 法人番号. */
export const identityKinds = ['soleProprietor', 'association'] as const
export type IdentityKind = (typeof identityKinds)[number]

export const identityStages = ['asked', 'given', 'declined', 'succeeded'] as const
export type IdentityStage = (typeof identityStages)[number]

/** Papers by which a person may verify who an SME without 法人番号 is; of `other`, words say which. */
export const identityPapers = [
  'drivingLicence',
  'myNumberCardFront',
  'residenceRecord',
  'passport',
  'openingNotification',
  'taxReturn',
  'businessPermit',
  'rules',
  'minutes',
  'officerList',
  'other',
] as const
export type IdentityPaper = (typeof identityPapers)[number]

/** Digests by which two SMEs are found alike: of the name as it is searched for, and of the address as it is compared. */
export type Likeness = { readonly nameKey: string; readonly addressKey: string }

/**
 * Identity of an SME without 法人番号, in the book of one implementing entity: `asked` for by a seller, `given` once a
 * named person verified it, or `declined`; `succeeded` once a number of its own, or another SME, took its place. Name and
 * address are in its evidence documents.
 */
export type ExistingSmeIdentity = Likeness & {
  readonly stage: IdentityStage
  readonly smeId: OwnSmeId
  readonly entityId: EntityId
  /** Seller that asked: a reseller, or the implementing entity itself. */
  readonly seller: PortfolioOwner
  readonly kind: IdentityKind
  readonly detailsSha256: string
  readonly askedBy: string
  readonly papers: readonly IdentityPaper[]
  /** Day on which the papers were seen, and the person who gave the id; null until then. */
  readonly verifiedOn: PlainDate | null
  readonly givenBy: string | null
  readonly succeededBy: SmeId | null
}
export type SmeIdentity = { readonly stage: 'none' } | ExistingSmeIdentity

type Asked = Pick<
  ExistingSmeIdentity,
  'smeId' | 'entityId' | 'seller' | 'kind' | 'nameKey' | 'addressKey' | 'detailsSha256' | 'askedBy'
>

export type SmeIdentityEvent =
  | ({ readonly type: 'sme-identity-asked' } & Asked)
  | {
      readonly type: 'sme-identity-given'
      readonly papers: readonly IdentityPaper[]
      readonly verifiedOn: PlainDate
      readonly givenBy: string
      /** SHA-256 of the evidence document that says who verified it, by what, and which look-alikes were looked at. */
      readonly verificationSha256: string
    }
  | { readonly type: 'sme-identity-declined'; readonly reasonSha256: string }
  | { readonly type: 'sme-identity-succeeded'; readonly by: SmeId }

export const noSmeIdentity: SmeIdentity = { stage: 'none' }

export const evolveSmeIdentity = (state: SmeIdentity, event: SmeIdentityEvent): SmeIdentity => {
  if (event.type === 'sme-identity-asked') {
    const { type: _, ...asked } = event
    return { ...asked, stage: 'asked', papers: [], verifiedOn: null, givenBy: null, succeededBy: null }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'sme-identity-given': {
      const { papers, verifiedOn, givenBy } = event
      return { ...state, stage: 'given', papers, verifiedOn, givenBy }
    }
    case 'sme-identity-declined':
      return { ...state, stage: 'declined' }
    case 'sme-identity-succeeded':
      return { ...state, stage: 'succeeded', succeededBy: event.by }
  }
}

type Decided<Kind extends RefusalKind> = Result<readonly SmeIdentityEvent[], Refusal<Kind>>

const inStage = (state: ExistingSmeIdentity, ...needs: IdentityStage[]) =>
  needs.includes(state.stage)
    ? undefined
    : refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'smeIdentity', stage: state.stage, needs })

/** Another SME on record with this name or address. */
export type LookAlike = {
  readonly smeId: SmeId
  readonly name: string
  readonly sameName: boolean
  /** Null where the other's address is not on record. */
  readonly sameAddress: boolean | null
}

/** Look-alike that is the very one, and has a 法人番号: of this name, and not known to be at another address. */
export const hasCorporateNumber = (alike: readonly LookAlike[]) =>
  alike.find(({ smeId, sameName, sameAddress }) => !isOwnSmeId(smeId) && sameName && sameAddress !== false)

/** Refusal of an id for someone who has a 法人番号 on record. */
export const hasNumber = ({ smeId, name }: LookAlike): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what: 'name',
  given: name,
  needs: `the corporate number on record, ${smeId}`,
  why: {
    ja: `${name}は、法人番号${smeId}で既に記録されています。法人番号のある方に、ほかの番号は付けられません。同じ名前の別の方でしたら、先に、記録されている契約に住所を入れてください。`,
    en: `${name} is on record under the corporate number ${smeId}, and whoever has one is given no other. If it is another of the same name, put the address into the contract on record first.`,
  },
})

/** Gives the id: the papers were seen by a day that is not to come, and every look-alike was looked at by name. */
export const giveIdentity = (
  state: ExistingSmeIdentity,
  given: {
    readonly papers: readonly IdentityPaper[]
    readonly verifiedOn: PlainDate
    readonly searchedOn: PlainDate
    readonly acknowledged: readonly SmeId[]
    readonly givenBy: string
    readonly verificationSha256: string
  },
  { today, alike }: { readonly today: PlainDate; readonly alike: readonly LookAlike[] },
): Decided<'wrong-stage' | 'does-not-fit' | 'incomplete'> => {
  const no = inStage(state, 'asked')
  if (no) return no
  const { papers, verifiedOn, searchedOn, acknowledged, givenBy, verificationSha256 } = given
  const early = [['verifiedOn', verifiedOn] as const, ['searchedOn', searchedOn] as const].find(([, on]) => on > today)
  if (early) return refuse({ kind: 'does-not-fit', what: early[0], given: early[1], needs: `a day until ${today}` })
  const numbered = hasCorporateNumber(alike)
  if (numbered) return refuse(hasNumber(numbered))
  const overlooked = alike.filter(({ smeId }) => !acknowledged.includes(smeId))
  if (overlooked.length > 0)
    return refuse({
      kind: 'incomplete',
      what: 'acknowledged',
      missing: overlooked.map(({ smeId, name, sameName, sameAddress }) => ({
        code: smeId,
        suppliedBy: 'implementingEntity',
        why: {
          ja: `${sameName ? '名前' : ''}${sameName && sameAddress ? 'と' : ''}${sameAddress ? '住所' : ''}の似た方がいます：${name}（${smeId}）。別の方であることを確かめ、acknowledged にその番号を入れてください。`,
          en: `${name} (${smeId}) looks alike. Make sure that it is another, and name it in acknowledged.`,
        },
      })),
    })
  return ok([{ type: 'sme-identity-given', papers, verifiedOn, givenBy, verificationSha256 }])
}

export const declineIdentity = (state: ExistingSmeIdentity, reasonSha256: string): Decided<'wrong-stage'> =>
  inStage(state, 'asked') ?? ok([{ type: 'sme-identity-declined', reasonSha256 }])
