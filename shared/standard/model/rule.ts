import type { DisclosureItemCode } from '../../domain/disclosure-items.ts'
import type { DoubtKind } from '../../domain/refusal.ts'
import { labelOfType, type MonitoringType } from '../../domain/service/facts.ts'
import type { Words } from '../../domain/words.ts'
import type { Occasion, Occasions } from './occasion.ts'
import type { ContractParty } from '../../domain/parties.ts'

/** Objection of a rule: where in what was given (as a path of the API's fields), and why. */
export type Objection = { readonly where: string; readonly why: Words }

/** Question of a rule that can say neither yes nor no: where in what was given, and why. */
export type Question = Objection & { readonly kind: DoubtKind }

/**
 * Party that has to supply what a rule finds missing. For a contract without a reseller its part falls to the
 * implementing entity.
 */
export type Supplier = ContractParty

/** One duty of the standard. It takes its numbers from the edition that lists it. */
export type Rule<
  On extends Occasion = Occasion,
  Limits = never,
  Asks extends keyof Occasions[On] = keyof Occasions[On],
> = {
  readonly name: string
  readonly on: On
  /** The facts it looks at, and no others: reports show a verdict with the facts it was given on. */
  readonly asks: readonly Asks[]
  readonly suppliedBy: Supplier
  /**
   * The disclosed items under which a contract's own text states what it asks. Of a text on paper it is kept only when
   * the user confirmed it, or somebody read the form that was signed.
   */
  readonly statedAs?: readonly DisclosureItemCode[]
  /** The duty as a sentence, with the edition's numbers in it. */
  readonly says: (limits: Limits) => Words
  /** Reason why the duty does not speak of these facts; undefined where it does. */
  readonly notFor?: (facts: Pick<Occasions[On], Asks>) => Words | undefined
  readonly objections: (facts: Pick<Occasions[On], Asks>, limits: Limits) => readonly Objection[]
  /** Questions it leaves open of facts it does not object to; nothing for a rule that can always tell. */
  readonly questions?: (facts: Pick<Occasions[On], Asks>, limits: Limits) => readonly Question[]
}

/** Keeps a rule's own types: the compiler holds it to the facts it says it asks. */
export const rule = <On extends Occasion, Asks extends keyof Occasions[On], Limits = undefined>(
  it: Rule<On, Limits, Asks>,
): Rule<On, Limits, Asks> => it

/** The objection, unless the duty is kept. */
export const unless = (kept: boolean, where: string, ja: string, en: string): readonly Objection[] =>
  kept ? [] : [{ where, why: { ja, en } }]

/** The question, where it arises. */
export const asking = (arises: boolean, kind: DoubtKind, where: string, ja: string, en: string): readonly Question[] =>
  arises ? [{ kind, where, why: { ja, en } }] : []

/** Limits a duty to some types of monitoring: it says nothing of any other, nor of one nobody has heard of yet. */
export const onlyForTypes =
  (...types: readonly MonitoringType[]) =>
  ({ monitoringType }: { readonly monitoringType: MonitoringType }): Words | undefined =>
    types.includes(monitoringType)
      ? undefined
      : {
          ja: `${labelOfType[monitoringType].ja}には求められていない`,
          en: `not asked of ${labelOfType[monitoringType].en}`,
        }

/** Limits a duty to resellers. */
export const notForDirect = ({ channel }: { readonly channel: 'direct' | 'reseller' }): Words | undefined =>
  channel === 'direct'
    ? { ja: '再販協力会社を通さない契約である', en: 'no reseller is part of the contract' }
    : undefined
