import type { Disclosure, ServiceTerms } from '../../../shared/domain/contract/disclosure.ts'
import { inForceOn } from '../../../shared/domain/file/file.ts'
import type { EntityId, PortfolioOwner, ServiceId } from '../../../shared/domain/ids.ts'
import type { Letterhead } from '../../../shared/domain/letterhead.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { letterheadOf } from '../tenants/letterheads.ts'

/** What a contract's face bears beside its parties' names: addresses, representatives, and the サービス規約 in force. */
export type Face = {
  readonly implementingEntity?: Partial<Letterhead>
  readonly reseller?: Partial<Letterhead>
  readonly serviceTerms?: ServiceTerms
}

type Of = { readonly entityId: EntityId; readonly owner: PortfolioOwner; readonly serviceId: ServiceId }

/**
 * The face of a contract as of a day, for a text that is written now. Of the implementing entity and of a reseller each a
 * request for its row, and one for its letterhead where it has stated one; for the サービス規約 one for the list, and one
 * for its rows where there are files.
 */
export const faceOn = async (
  deps: Pick<Dependencies, 'directory' | 'ledger'>,
  { entityId, owner, serviceId }: Of,
  day: PlainDate,
): Promise<Face> => {
  const ofEntity = async () =>
    letterheadOf(deps, entityId, (await deps.directory.entity(entityId))?.state.letterheads, day)
  const ofReseller = async (id: Exclude<PortfolioOwner, EntityId>) =>
    letterheadOf(deps, id, (await deps.directory.reseller(entityId, id))?.state.letterheads, day)
  const [implementingEntity, reseller, serviceTerms] = await Promise.all([
    ofEntity(),
    owner.startsWith('rsl_') ? ofReseller(owner as Exclude<PortfolioOwner, EntityId>) : undefined,
    termsOn(deps, serviceId, day),
  ])
  return {
    ...(implementingEntity ? { implementingEntity } : {}),
    ...(reseller ? { reseller } : {}),
    ...(serviceTerms ? { serviceTerms } : {}),
  }
}

const termsOn = async (
  { directory }: Pick<Dependencies, 'directory'>,
  serviceId: ServiceId,
  day: PlainDate,
): Promise<ServiceTerms | undefined> => {
  const { items } = await directory.filesOf(serviceId)
  const terms = inForceOn(
    items.map(({ state }) => state),
    'serviceTerms',
    day,
  )
  if (!terms || terms.number === null || terms.effectiveOn === null) return undefined
  return { number: terms.number, effectiveOn: terms.effectiveOn, sha256: terms.sha256 }
}

/** The face of a text that exists, for one that only goes on with it. */
export const faceIn = ({ implementingEntity, reseller, serviceTerms }: Disclosure): Face => ({
  implementingEntity: letterheadIn(implementingEntity),
  ...(reseller ? { reseller: letterheadIn(reseller) } : {}),
  ...(serviceTerms ? { serviceTerms } : {}),
})

const letterheadIn = ({ reading, postalAddress, representative }: Partial<Letterhead>): Partial<Letterhead> => ({
  ...(reading === undefined ? {} : { reading }),
  ...(postalAddress ? { postalAddress } : {}),
  ...(representative ? { representative } : {}),
})
