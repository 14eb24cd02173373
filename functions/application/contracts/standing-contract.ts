import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import { isContractId, type ContractId } from '../../../shared/domain/ids.ts'
import type { Breach, Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { EligibilityAsRead } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract, type Seller } from './contract-access.ts'
import {
  differenceInEnglish,
  differenceInWords,
  differencesOf,
  type Difference,
  type Said,
} from './standing-differences.ts'

const rule = 'one-live-contract-each'

/**
 * A refusal for breaches, with the contract that already stands for this SME and service named to those who may know
 * it: its implementing entity, and the reseller whose own it is. To anyone else it says no more than that there is one.
 * Naming it reads its text: a request more, and one for the contract itself.
 */
export const refusedFor = async (
  { contracts }: Pick<Dependencies, 'contracts'>,
  who: Seller,
  refusal: Refusal<'breaches-standard'>,
  { slotHeldBy }: Pick<EligibilityAsRead, 'slotHeldBy'>,
  wanted: Said,
): Promise<{ readonly ok: false; readonly refusal: Refusal<'breaches-standard'> }> => {
  if (!slotHeldBy || !isContractId(slotHeldBy) || !refusal.breaches.some((one) => one.rule === rule))
    return refuse(refusal)
  const found = await findVisibleContract(contracts, who, slotHeldBy)
  if (!found.ok) return refuse(refusal)
  const { state } = found.value.kept
  const { deal } = state
  const text = await contracts.document(deal.contractId, deal.revision)
  const { name } = text.sme
  const signedOn = 'signedOn' in state ? { signedOn: state.signedOn } : {}
  const differs = differencesOf({ deal, text, ...signedOn }, wanted)
  const named = (breach: Breach): Breach =>
    breach.rule === rule ? { ...breach, why: inWords(slotHeldBy, name, differs, breach) } : breach
  const standing = { contractId: slotHeldBy, name, differs: differs.map(({ label: _, ...one }) => one) }
  return refuse({ ...refusal, breaches: refusal.breaches.map(named), standing })
}

const inWords = (id: ContractId, name: string, differs: readonly Difference[], { why }: Breach): Breach['why'] => ({
  ja: `${why.ja}契約番号は ${shortNumberOf(id)}（${name}）です。${
    differs.length > 0 ? `違うところ: ${differs.map(differenceInWords).join('、')}。` : '内容は同じです。'
  }`,
  en: `${why.en} It is ${shortNumberOf(id)} (${name}); ${
    differs.length > 0 ? `it differs in ${differs.map(differenceInEnglish).join(', ')}.` : 'it says the same.'
  }`,
})
