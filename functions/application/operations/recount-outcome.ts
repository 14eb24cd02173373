export type Difference = { readonly where: string; readonly report: number; readonly ledger: number }

export type RecountOutcome = {
  readonly agrees: boolean
  readonly events: number
  readonly differences: readonly Difference[]
}
