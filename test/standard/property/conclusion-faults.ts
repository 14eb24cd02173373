import * as fc from 'fast-check'
import { disclosureItemCodes, type DisclosureItemCode } from '../../../shared/domain/disclosure-items.ts'
import { later, dayInJapan, startOfDayInJapan } from '../../../shared/domain/plain-date.ts'
import type { ConclusionFacts, SignatureFacts } from '../../../shared/standard/model/occasion.ts'
import { explanation, type EditionId, type Found } from '../given.ts'
import { both, found, type Defect, type Fault } from './defects.ts'

type Duty = { readonly clause: string; readonly rule: string; readonly items: readonly DisclosureItemCode[] }

const conditions: Duty = {
  clause: '第2章1.(7)ウ',
  rule: 'conditions-are-explained',
  items: ['initialFee', 'monthlyFee', 'term'],
}
const leaving = (clause: string): Duty => ({
  clause,
  rule: 'leaving-is-explained',
  items: ['penalty', 'rightToCancel'],
})
const selfPay: Duty = { clause: '第2章1.(5)', rule: 'self-pay-is-explained', items: ['insurance', 'selfPay'] }

const dutiesOf: Readonly<Record<EditionId, readonly Duty[]>> = {
  '1.1': [selfPay, conditions, leaving('第2章1.(7)エ')],
  '1.2': [conditions, leaving('第2章1.(7)オ')],
}

/** What each edition says where every duty is broken in the same way. */
const each = (broken: (duty: Duty) => readonly Found[]): Defect<unknown>['breaks'] => ({
  '1.1': dutiesOf['1.1'].flatMap(broken),
  '1.2': dutiesOf['1.2'].flatMap(broken),
})
const explained = (
  changed: ConclusionFacts['explanation'],
  broken: (duty: Duty) => readonly Found[],
): Defect<ConclusionFacts> => ({ spoil: (facts) => ({ ...facts, explanation: changed }), breaks: each(broken) })

const asked = disclosureItemCodes.filter((item) => dutiesOf['1.1'].some(({ items }) => items.includes(item)))

/** Every way an explanation can be wrong. It is one fact, so only one of them at a time. */
export const conclusionFaults: readonly Fault<ConclusionFacts>[] = [
  {
    fact: 'explanation',
    fits: () => true,
    defects: fc.oneof(
      fc.constant(explained(null, ({ clause, rule }) => found(clause, rule, 'explanation'))),
      fc
        .subarray(asked, { minLength: 1 })
        .map((left) =>
          explained(
            { ...explanation, items: disclosureItemCodes.filter((item) => !left.includes(item)) },
            ({ clause, rule, items }) =>
              found(clause, rule, ...items.filter((item) => left.includes(item)).map(() => 'explanation.items')),
          ),
        ),
      fc
        .integer({ min: 1, max: 400 })
        .map((days) =>
          explained(
            { ...explanation, on: dayInJapan(later(startOfDayInJapan(explanation.on), days * 86_400_000)) },
            ({ clause, rule }) => found(clause, rule, 'explanation.on'),
          ),
        ),
    ),
  },
]

/** Every way a signature can leave items out. */
export const signatureFaults: readonly Fault<SignatureFacts>[] = [
  {
    fact: 'acknowledged',
    fits: () => true,
    defects: fc.subarray([...disclosureItemCodes], { minLength: 1 }).map((left) => ({
      spoil: () => ({ acknowledged: disclosureItemCodes.filter((item) => !left.includes(item)) }),
      breaks: both(found('第2章1.(6)', 'disclosures-are-acknowledged', ...left.map(() => 'acknowledged'))),
    })),
  },
]
