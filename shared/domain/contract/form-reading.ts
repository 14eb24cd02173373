import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { disclosureItemCodes, type DisclosureItemCode } from '../disclosure-items.ts'
import type { Contract, ExistingContract, FormFindings } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'
import type { FormReadingEvent } from './service-events.ts'

/** Disclosed items nobody has looked for in the form. */
export const unreadIn = ({ stated, notStated }: FormFindings): readonly DisclosureItemCode[] =>
  disclosureItemCodes.filter((item) => !stated.includes(item) && !notStated.includes(item))

const inOrder = (items: readonly DisclosureItemCode[]): readonly DisclosureItemCode[] =>
  disclosureItemCodes.filter((item) => items.includes(item))

/**
 * Puts on record what a named person found in the form of paper a contract was signed on. A later reading is one of its
 * own: the newest counts, and all of them stay in the ledger.
 */
export const readForm = (
  contract: ExistingContract,
  { stated, notStated, ...reading }: Omit<FormReadingEvent, 'type'>,
): Result<readonly ContractEvent[], Refusal<'wrong-stage' | 'does-not-fit'>> => {
  if (contract.stage !== 'live' && contract.stage !== 'ended') return wrongStage(contract, 'live', 'ended')
  return contract.entry === 'attested'
    ? ok([{ type: 'form-read', ...reading, stated: inOrder(stated), notStated: inOrder(notStated) }])
    : refuse({ kind: 'does-not-fit', what: 'contractId', given: contract.entry, needs: 'a contract signed on paper' })
}

const nothingFound: FormFindings = { stated: [], notStated: [] }

/**
 * Findings on the text that binds the SME, where it is one on paper that nobody but its attester has vouched for. Null
 * where the SME signed or confirmed the platform's own text, which states every item; and before it signed.
 */
export const textOnPaper = (contract: Contract): FormFindings | null => {
  if (contract.stage !== 'live' && contract.stage !== 'ended') return null
  const { stage } = contract.confirmation
  return stage === 'given' || stage === 'confirmed' ? null : (contract.formReading ?? nothingFound)
}
