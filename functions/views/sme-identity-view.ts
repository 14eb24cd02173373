import type * as z from 'zod'
import type { SmeIdentityView } from '../../shared/api/views/sme-identity.ts'
import type { ResellerId } from '../../shared/domain/ids.ts'
import type { PostalAddress } from '../../shared/domain/postal-address.ts'
import type { ExistingSmeIdentity } from '../../shared/domain/sme/identity.ts'

/** Identity of an SME without 法人番号, with what its paper says of it. */
export const smeIdentityView = (
  state: ExistingSmeIdentity,
  version: number,
  {
    name,
    reading,
    postalAddress,
  }: {
    readonly name: string
    readonly reading: string | null
    readonly postalAddress: PostalAddress
  },
): z.input<typeof SmeIdentityView> => ({
  smeId: state.smeId,
  version,
  stage: state.stage,
  entityId: state.entityId,
  resellerId: state.seller === state.entityId ? null : (state.seller as ResellerId),
  kind: state.kind,
  name,
  reading,
  postalAddress,
  askedBy: state.askedBy,
  papers: [...state.papers],
  verifiedOn: state.verifiedOn,
  givenBy: state.givenBy,
  succeededBy: state.succeededBy,
})
