import { yen } from '../../domain/yen.ts'
import { rule, unless } from '../model/rule.ts'

type Limits = { readonly atLeast: number }

/**
 * 第2章1.(3) A number of times each contract year, emergency support costs the user nothing. The dispatch for set-up is
 * not counted; travel and incidental expenses may be charged.
 */
export const freeEmergencySupportEachYear = rule({
  name: 'free-emergency-support-each-year',
  on: 'service-version',
  asks: ['emergencySupport'],
  suppliedBy: 'implementingEntity',
  says: ({ atLeast }: Limits) => ({
    ja: `自己負担のない緊急時の対応支援を、契約年ごとに${atLeast}回以上約束する。`,
    en: `Promises at least ${atLeast} emergency support without cost each contract year.`,
  }),
  objections: ({ emergencySupport }, { atLeast }: Limits) =>
    unless(
      emergencySupport.freePerContractYear >= atLeast,
      'facts.emergencySupport.freePerContractYear',
      `自己負担のない緊急時の対応支援が、年${atLeast}回に足りません。`,
      `Emergency support without cost to the user is less than ${atLeast} a year.`,
    ),
})

/**
 * 第2章1.(3) And as long as one of them is left, the user is charged nothing but incidental expenses. Support is given by
 * the terms agreed with the user: where they promise more than the edition asks, their number is the measure.
 */
export const freeEmergencySupportIsGiven = rule({
  name: 'free-emergency-support-each-year',
  on: 'emergency-support',
  asks: ['purpose', 'chargedExTaxYen', 'freeSupportsUsed', 'freePromised'],
  suppliedBy: 'implementingEntity',
  says: ({ atLeast }: Limits) => ({
    ja: `自己負担のない支援（年${atLeast}回、規約等がそれより多く定めるときはその回数）が残るうちは、諸経費のほかを請求しない。`,
    en: `Charges nothing but incidental expenses while one of the supports without cost is left: ${atLeast} a year, or as many as the terms promise beyond that.`,
  }),
  notFor: ({ purpose }) =>
    purpose === 'setUp'
      ? { ja: '導入に伴う初期対応は数えない', en: 'the dispatch for set-up is not counted' }
      : undefined,
  objections: ({ chargedExTaxYen, freeSupportsUsed, freePromised }, { atLeast }: Limits) => {
    const times = Math.max(atLeast, freePromised)
    return unless(
      chargedExTaxYen === 0 || freeSupportsUsed >= times,
      'chargedExTaxYen',
      `自己負担のない支援（年${times}回のうち${times - freeSupportsUsed}回）が残っているのに、${yen(chargedExTaxYen)}（税抜）を請求しています。`,
      `Of ${times} supports without cost, ${times - freeSupportsUsed} are left this year, and ${chargedExTaxYen} yen without tax are charged.`,
    )
  },
})
