import { numbersOf } from '../../../shared/domain/short-number.ts'
import { contactChanges, labelOfContact } from '../../../shared/domain/contract/contact.ts'
import { differencesBetween } from '../../../shared/domain/contract/differences.ts'
import { shardOf } from '../../../shared/domain/ids.ts'
import type { ContractAsRead, EligibilityAsRead } from '../../ports/contracts.ts'
import type { Check } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { governingGuardCheck } from './contract-access.ts'
import type { ContractRevision, Proposal, LiveContract } from '../../../shared/domain/contract/states.ts'
import { counterpartyOf } from '../../../shared/policy/revision.ts'
import { guardChecks } from './guard-checks.ts'

/**
 * Eligibility on which a new revision of a live contract is judged: its counterparty's portfolio guard, its own place,
 * and the exception that revision names.
 */
export const groundOfLive = async (
  { contracts }: Dependencies,
  contract: LiveContract,
  { exceptionId }: { readonly exceptionId?: ContractRevision['exceptionId'] | null | undefined },
): Promise<EligibilityAsRead> => {
  const { exceptionId: _, ...deal } = contract.deal
  const ground = await contracts.ground(deal.contractId, exceptionId ? { ...deal, exceptionId } : deal)
  const seller = counterpartyOf(contract)
  const gate = ground?.gate.owner === seller ? ground.gate : await contracts.gate(seller, shardOf(deal.contractId))
  if (!ground || !gate) throw new Error(`${deal.contractId} lost its ground`)
  return { ...ground, gate }
}

/** Checks that a new revision's judgement still stands when it lands: who governs, who sells, and the service. */
export const liveChecks = (read: ContractAsRead, ground: EligibilityAsRead): readonly Check[] => {
  const sellers = guardChecks(read.kept.state.deal.contractId, ground)
  return read.gate.owner === ground.gate.owner ? sellers : [governingGuardCheck(read), ...sellers]
}

/** Differences a proposal would make, item by item. */
export const differencesOf = async (
  { contracts }: Dependencies,
  { deal }: LiveContract,
  { kind, deal: proposed }: Pick<Proposal, 'kind' | 'deal'>,
) => {
  const [before, after] = await Promise.all([
    contracts.document(deal.contractId, deal.revision),
    contracts.document(deal.contractId, proposed.revision),
  ])
  return {
    ...numbersOf(deal.contractId),
    kind,
    revisionBefore: deal.revision,
    revisionAfter: proposed.revision,
    sha256Before: deal.documentSha256,
    sha256After: proposed.documentSha256,
    differences: differencesBetween(before, after).map((one) => ({
      ...one,
      before: [...one.before],
      after: [...one.after],
    })),
    contact: contactChanges(before.sme, after.sme).map((one) => ({ ...one, label: labelOfContact[one.what] })),
  }
}
