import type { ServiceVersion } from '../../domain/service/service.ts'
import { editions } from './index.ts'
import type { ProposalKind } from '../../domain/contract/contract-words.ts'

/*
 * Which edition judges what, in one place. A service version names its own; a contract is judged by the edition of the
 * version it was drafted or attested under, for ever, and so is whatever happens under it: an incident told, a support
 * given. Never is an edition inferred from a day. What is left to choose is below.
 */

type OfVersion = Pick<ServiceVersion, 'edition'>

/**
 * A later occasion of a contract. An amendment keeps the edition it was signed under, as long as it stays under the
 * same service version; a renewal is a new contract in all but name, and takes the edition of the version on offer then.
 */
export const editionOfLaterOccasion = (
  occasion: ProposalKind,
  { signedUnder, onOffer }: { readonly signedUnder: OfVersion; readonly onOffer: OfVersion },
): string => (occasion === 'amendment' ? signedUnder : onOffer).edition

/** Edition that says whether a service may be resold: its newest version's, which any reseller will sell. */
export const editionOfResale = (versions: readonly OfVersion[]): string | undefined => versions.at(-1)?.edition

/** A case of a reseller is judged by the newest of the editions its services name; by none where it had no service. */
export const editionOfCase = (named: readonly string[]): string | undefined =>
  editions.findLast(({ id }) => named.includes(id))?.id
