/**
 * Reasons why a link does not open. `unknown`: it is none of ours, or was cut. `noCode`: it opens, and no code that was
 * sent is good any more. The rest are about the contract, and told only to whoever holds a whole link to it.
 */
const linkTroubles = [
  'unknown',
  'noCode',
  'expired',
  'wrongCodes',
  'replaced',
  'answered',
  'withdrawn',
  'ended',
] as const

export type LinkTrouble = (typeof linkTroubles)[number]
