/** The standard rate of consumption tax, national and local together, since 2019-10-01 (消費税法29条, 地方税法72条の83). */
export const standardRatePercent = 10

/**
 * The tax on one invoice at one rate: worked out once, on the sum of what is charged at that rate, never line by line;
 * a fraction of a yen is dropped. That is how an invoice must show it (消費税法57条の4, 同施行令70条の10). Whole yen.
 */
export const taxOnceYen = (exTaxYen: readonly number[], ratePercent: number = standardRatePercent): number => {
  const hundredths = exTaxYen.reduce((sum, amount) => sum + amount, 0) * ratePercent
  return (hundredths - (hundredths % 100)) / 100
}

/** Charge at one rate: before tax, its tax, and both. Whole yen. */
export type Taxed = {
  readonly exTaxYen: number
  readonly ratePercent: number
  readonly taxYen: number
  readonly inTaxYen: number
}

/** A sum with its tax, worked out once. */
export const taxedOnce = (amounts: readonly number[], ratePercent: number = standardRatePercent): Taxed => {
  const exTaxYen = amounts.reduce((sum, amount) => sum + amount, 0)
  const taxYen = taxOnceYen(amounts, ratePercent)
  return { exTaxYen, ratePercent, taxYen, inTaxYen: exTaxYen + taxYen }
}
