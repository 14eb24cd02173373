/** Outcome of a decision: a value, or a refusal. Refusals are expected and returned; only defects are thrown. */
export type Result<Value, No> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: No }

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })
export const refuse = <No>(refusal: No): { readonly ok: false; readonly refusal: No } => ({ ok: false, refusal })
