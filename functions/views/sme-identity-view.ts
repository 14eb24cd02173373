import type * as z from 'zod'
import type { ListedSmeIdentityView, SmeIdentityView } from '../../shared/api/views/sme-identity.ts'
import type { ResellerId } from '../../shared/domain/ids.ts'
import type { PostalAddress } from '../../shared/domain/postal-address.ts'
import type { ExistingSmeIdentity } from '../../shared/domain/sme/identity.ts'
import type { NamesBySub } from '../ports/people.ts'
import { personBySub } from './person-shown.ts'

/** Identity of an SME without 法人番号, with what its evidence document says of it. */
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
  papers: [...state.papers],
  verifiedOn: state.verifiedOn,
  succeededBy: state.succeededBy,
})

/** People who did something with identities. */
export const peopleOfIdentities = (states: readonly ExistingSmeIdentity[]): readonly string[] =>
  states.flatMap(({ askedBy, givenBy }) => [askedBy, ...(givenBy === null ? [] : [givenBy])])

/** The same with who asked for it and who gave it. */
export const listedSmeIdentityView = (
  state: ExistingSmeIdentity,
  version: number,
  details: Parameters<typeof smeIdentityView>[2],
  names: NamesBySub,
): z.input<typeof ListedSmeIdentityView> => ({
  ...smeIdentityView(state, version, details),
  askedBy: personBySub(state.askedBy, names),
  givenBy: state.givenBy === null ? null : personBySub(state.givenBy, names),
})
