import { numbersOf } from '../../shared/domain/short-number.ts'
import type * as z from 'zod'
import type { FoundContractView } from '../../shared/api/views/search.ts'
import { pickTerms, searchTerms } from '../../shared/domain/contract/contract-terms.ts'
import type { Findable } from '../../shared/domain/contract/findable.ts'
import type { ResellerId } from '../../shared/domain/ids.ts'

/** A contract as a search shows it. */
export const foundView = (one: Findable): z.input<typeof FoundContractView> => ({
  ...numbersOf(one.contractId),
  stage: one.stage,
  resellerId: one.seller === one.entityId ? null : (one.seller as ResellerId),
  holder: one.holder,
  serviceId: one.serviceId,
  sme: {
    smeId: one.smeId,
    name: one.name,
    formerNames: [...one.formerNames],
    formerSmeIds: [...(one.formerSmeIds ?? [])],
  },
  signedOn: one.signedOn,
  contractAmountExTaxYen: one.contractAmountExTaxYen,
  terms: {
    initialFeeExTaxYen: one.initialFeeExTaxYen,
    ...pickTerms(searchTerms, one),
    endOn: one.endOn,
  },
  endedOn: one.endedOn,
})
