import type { LiveContract } from '../shapes/contract.ts'

/** A contract without a contact that waits. */
export const reached = ({ contactFrom: _, ...contract }: LiveContract): LiveContract => contract

/** A contract that its SME confirms, or whose change it signs: through a contact that was verified, or not. */
export const through = (contract: LiveContract): LiveContract => {
  const first = contract.entry === 'attested' && contract.confirmation.stage !== 'confirmed'
  return first && contract.contactVerified ? { ...contract, confirmedByVerified: true } : contract
}

/** A contract whose SME named another contact itself. */
export const named = (contract: LiveContract): LiveContract => {
  const { contactVerified: _, ...rest } = reached(contract)
  return rest
}
