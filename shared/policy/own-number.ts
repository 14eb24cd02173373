import type { SmeId } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { PortfolioGuard } from '../domain/reseller/guard.ts'
import { refuse, type Result } from '../domain/result.ts'
import { isOwnSmeId } from '../domain/sme-id.ts'
import type { Eligibility } from './eligibility.ts'

/** Numbers of whoever sells, and of the implementing entity. */
type Numbers = Pick<PortfolioGuard, 'corporateNumber'> & {
  readonly entity: Pick<PortfolioGuard['entity'], 'corporateNumber'>
}

/**
 * Refusal of a contract with oneself: the number of the SME is that of whoever sells to it, or of the implementing
 * entity that provides the service.
 */
export const ownNumber = (
  smeId: SmeId,
  gate: Numbers,
  what = 'sme.corporateNumber',
): Result<never, Refusal<'does-not-fit'>> | undefined =>
  smeId === gate.corporateNumber || smeId === gate.entity.corporateNumber
    ? refuse({
        kind: 'does-not-fit',
        what,
        given: smeId,
        needs: "the SME's own number, neither the seller's nor the implementing entity's",
      })
    : undefined

const notGiven = {
  ja: 'この番号の方は、実施主体がまだ本人を確かめていないか、いまは別の番号になっています。法人番号のない方の番号の一覧で、お確かめください。',
  en: 'The implementing entity has not verified who has this id, or another number took its place by now.',
}

/** Refusal of an SME by an id that its implementing entity did not give, or that another number has taken the place of. */
const notAnSme = (
  smeId: SmeId,
  { identity }: Pick<Eligibility, 'identity'>,
  what = 'sme.corporateNumber',
): Result<never, Refusal<'does-not-fit'>> | undefined =>
  isOwnSmeId(smeId) && identity?.state.stage !== 'given'
    ? refuse({
        kind: 'does-not-fit',
        what,
        given: smeId,
        needs: 'an id that the implementing entity gave to an SME without a corporate number',
        why: notGiven,
      })
    : undefined

/** Refusal of an SME that no contract can be made with here: the seller itself, or an id that nobody has. */
export const noSuchSme = (
  smeId: SmeId,
  { gate, identity }: Pick<Eligibility, 'identity'> & { readonly gate: Numbers },
  what = 'sme.corporateNumber',
) => ownNumber(smeId, gate, what) ?? notAnSme(smeId, { identity }, what)
