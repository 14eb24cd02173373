import type { ProposalKind } from '../../../shared/domain/contract/contract-words.ts'
import { partingFrom } from '../../../shared/domain/contract/differences.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { EligibilityAsRead } from '../../ports/contracts.ts'
import type { EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { compile, type TextInput } from './compile.ts'
import { faceIn } from './face.ts'
import type { Touched } from '../../../shared/domain/disclosure-items.ts'
import type { ContractRevision, LiveContract } from '../../../shared/domain/contract/states.ts'

/** A new revision of the present term, with the texts before and after. */
type Changing = {
  readonly kind: ProposalKind
  readonly given: TextInput
  readonly ground: EligibilityAsRead
  readonly deal: ContractRevision
  /** True where the SME has to sign it. */
  readonly signed: boolean
  readonly before: Disclosure
  readonly after: Disclosure
}

/** Effect of a change on the next term that is agreed already. */
type NextTouched = {
  /** The next term's text with what has changed of the SME and no item shows; null where it stays as it is. */
  readonly deal: ContractRevision | null
  readonly papers: readonly EvidenceDocument[]
  /** Items that the next term has from the present text and would not have from the new one. */
  readonly touched: readonly Touched[]
}

const untouched: NextTouched = { deal: null, papers: [], touched: [] }

/** Looks whether a change of the present term leaves the agreed next one with facts of before. */
export const nextTouched = async (
  deps: Dependencies,
  { next }: LiveContract,
  { kind, given, ground, deal, signed, before, after }: Changing,
): Promise<NextTouched> => {
  if (!next || kind === 'renewal') return untouched
  const { contractId, revision, serviceVersion, edition, startOn, functions, exceptionId } = next.deal
  const agreed = await deps.contracts.document(contractId, revision)
  const same = (one: unknown, other: unknown) => deps.digest(one) === deps.digest(other)
  const smeToo = !same(before.sme, after.sme)
  if (signed) {
    const behind = smeToo && same(agreed.sme, before.sme)
    return { ...untouched, touched: [...partingFrom(agreed, before, after), ...(behind ? ['sme' as const] : [])] }
  }
  if (!smeToo) return untouched
  const followed = await compile(
    deps,
    contractId,
    deal.revision + 1,
    { sme: given.sme, terms: agreed.terms, functions, exceptionId },
    ground,
    { number: serviceVersion, edition, offeredFrom: startOn },
    faceIn(agreed),
  )
  const document = followed.text
  return { deal: followed.deal, papers: [followed.document], touched: partingFrom(agreed, agreed, document) }
}
