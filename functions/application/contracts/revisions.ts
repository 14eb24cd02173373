import { contactChanges, labelOfContact } from '../../../shared/domain/contract/contact.ts'
import { differencesBetween } from '../../../shared/domain/contract/differences.ts'
import { shardOf } from '../../../shared/domain/ids.ts'
import type { ContractAsRead, Ground } from '../../ports/contracts.ts'
import type { Check } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { governingCheck } from './contract-access.ts'
import type { Deal, Proposal, LiveContract } from '../../../shared/domain/contract/states.ts'
import { counterpartyOf } from '../../../shared/policy/revision.ts'
import { gateChecks } from './gate-checks.ts'

/**
 * What a new revision of a live contract is judged against: the gate of its counterparty, its own place, and the
 * exception that revision names.
 */
export const groundOfLive = async (
  { contracts }: World,
  contract: LiveContract,
  { exceptionId }: { readonly exceptionId?: Deal['exceptionId'] | null | undefined },
): Promise<Ground> => {
  const { exceptionId: _, ...deal } = contract.deal
  const ground = await contracts.ground(deal.contractId, exceptionId ? { ...deal, exceptionId } : deal)
  const seller = counterpartyOf(contract)
  const gate = ground?.gate.owner === seller ? ground.gate : await contracts.gate(seller, shardOf(deal.contractId))
  if (!ground || !gate) throw new Error(`${deal.contractId} lost its ground`)
  return { ...ground, gate }
}

/** What a new revision is judged on must stand when it lands: who governs, who sells, and the service. */
export const liveChecks = (read: ContractAsRead, ground: Ground): readonly Check[] => {
  const sellers = gateChecks(read.kept.state.deal.contractId, ground)
  return read.gate.owner === ground.gate.owner ? sellers : [governingCheck(read), ...sellers]
}

/** What would change, item by item. */
export const differencesOf = async (
  { contracts }: World,
  { deal }: LiveContract,
  { kind, deal: proposed }: Pick<Proposal, 'kind' | 'deal'>,
) => {
  const [before, after] = await Promise.all([
    contracts.document(deal.contractId, deal.revision),
    contracts.document(deal.contractId, proposed.revision),
  ])
  return {
    contractId: deal.contractId,
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
