import * as z from 'zod'

/** Charges taken together at one rate, with their tax worked out once. */
const TaxedView = z.strictObject({
  exTaxYen: z.int(),
  ratePercent: z.int(),
  taxYen: z.int(),
  inTaxYen: z.int(),
})

/** The fees as they would be charged. What binds is the amount before tax; `note` says how the tax is worked out. */
export const FeesView = z.strictObject({ initial: TaxedView, monthly: TaxedView, note: z.string() })
