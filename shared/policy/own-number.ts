import type { Refusal } from '../domain/refusal.ts'
import type { PortfolioGuard } from '../domain/reseller/guard.ts'
import { refuse, type Result } from '../domain/result.ts'

/**
 * Refusal of a contract with oneself: the corporate number given for the SME is that of whoever sells to it, or of the
 * implementing entity that provides the service.
 */
export const ownNumber = (
  { sme: { corporateNumber } }: { readonly sme: { readonly corporateNumber: string } },
  gate: Pick<PortfolioGuard, 'corporateNumber' | 'entity'>,
): Result<never, Refusal<'does-not-fit'>> | undefined =>
  corporateNumber === gate.corporateNumber || corporateNumber === gate.entity.corporateNumber
    ? refuse({
        kind: 'does-not-fit',
        what: 'sme.corporateNumber',
        given: corporateNumber,
        needs: "the SME's own number, neither the seller's nor the implementing entity's",
      })
    : undefined
