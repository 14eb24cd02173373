import type { Deal } from '../../../shared/domain/contract/contract.ts'
import { isContractId, type ContractId } from '../../../shared/domain/ids.ts'
import { dayInWords, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Breach, Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { yen } from '../../../shared/domain/yen.ts'
import type { ContractAsRead, Ground } from '../../ports/contracts.ts'
import type { World } from '../../ports/world.ts'
import { seen, type Seller } from './act-on-contract.ts'

/** What is to be made: its text, its name, and the day it was signed where it was signed already. */
type Wanted = { readonly deal: Deal; readonly name: string; readonly signedOn?: PlainDate }

type Difference = { readonly what: string; readonly label: string; readonly standing: string; readonly given: string }

const rule = 'one-live-contract-each'

const inMonths = ({ renewal }: Deal): string => (renewal ? `${renewal.months}か月ごと` : 'なし')

/** Where a standing contract says something else than the one that is to be made. */
const differences = ({ kept: { state }, name }: ContractAsRead, wanted: Wanted): readonly Difference[] => {
  const [now, then] = [state.deal, wanted.deal]
  const signedOn = 'signedOn' in state ? state.signedOn : undefined
  const each: readonly (readonly [what: string, label: string, standing: string, given: string])[] = [
    ['sme.name', '会社名', name, wanted.name],
    ['sme.prefecture', '都道府県', now.prefecture, then.prefecture],
    ['signedOn', '契約日', signedOn ? dayInWords(signedOn) : '', wanted.signedOn ? dayInWords(wanted.signedOn) : ''],
    ['terms.startOn', '開始日', dayInWords(now.startOn), dayInWords(then.startOn)],
    ['terms.endOn', '満了日', dayInWords(now.endOn), dayInWords(then.endOn)],
    ['terms.initialFeeParts', '初期費用', yen(now.initialFeeExTaxYen), yen(then.initialFeeExTaxYen)],
    ['terms.monthlyFeeExTaxYen', '月額', yen(now.monthlyFeeExTaxYen), yen(then.monthlyFeeExTaxYen)],
    ['terms.terminals', '端末数', `${now.terminals}台`, `${then.terminals}台`],
    ['terms.renewal', '自動更新', inMonths(now), inMonths(then)],
  ]
  return each
    .filter(([, , standing, given]) => standing !== given && standing !== '' && given !== '')
    .map(([what, label, standing, given]) => ({ what, label, standing, given }))
}

/**
 * A refusal for breaches, with the contract that already stands for this SME and service named to those who may know
 * it: its implementing entity, and the reseller whose own it is. To anyone else it says no more than that there is one.
 */
export const refusedFor = async (
  { contracts }: Pick<World, 'contracts'>,
  who: Seller,
  refusal: Refusal<'breaches-standard'>,
  { placeHeldBy }: Pick<Ground, 'placeHeldBy'>,
  wanted: Wanted,
): Promise<{ readonly ok: false; readonly refusal: Refusal<'breaches-standard'> }> => {
  if (!placeHeldBy || !isContractId(placeHeldBy) || !refusal.breaches.some((one) => one.rule === rule))
    return refuse(refusal)
  const found = await seen(contracts, who, placeHeldBy)
  if (!found.ok) return refuse(refusal)
  const { name } = found.value
  const differs = differences(found.value, wanted)
  const named = (breach: Breach): Breach =>
    breach.rule === rule ? { ...breach, why: inWords(placeHeldBy, name, differs, breach) } : breach
  const standing = { contractId: placeHeldBy, name, differs: differs.map(({ label: _, ...one }) => one) }
  return refuse({ ...refusal, breaches: refusal.breaches.map(named), standing })
}

const inWords = (id: ContractId, name: string, differs: readonly Difference[], { why }: Breach): Breach['why'] => ({
  ja: `${why.ja}契約番号は ${id}（${name}）です。${
    differs.length > 0
      ? `違うところ: ${differs.map((one) => `${one.label}（既にある契約は${one.standing}、今回は${one.given}）`).join('、')}。`
      : '内容は同じです。'
  }`,
  en: `${why.en} It is ${id} (${name}); ${
    differs.length > 0
      ? `it differs in ${differs.map((one) => `${one.what} (${one.standing} there, ${one.given} here)`).join(', ')}.`
      : 'it says the same.'
  }`,
})
