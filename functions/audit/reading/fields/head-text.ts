import type { KeptContract } from '../../shapes/contract.ts'

/** Content of a head: the contract, and what it only repeats for lists; form 2 repeats nothing. */
export type HeadText = {
  readonly contract: KeptContract
  readonly repeats: { readonly separate: boolean } | null
}

/** Content of the keys of a head's row: whose the contract is, and who holds it. */
export type FromKeys = {
  readonly contractId: string
  readonly entityId: string
  readonly smeId: string
  readonly holder: string
}
