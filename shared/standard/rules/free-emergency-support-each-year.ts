import { yen } from '../../domain/yen.ts'
import { rule, unless } from '../rule.ts'

/**
 * 第2章1.(3) A number of times each contract year, emergency support costs the user nothing. The dispatch for set-up is
 * not counted; travel and incidental expenses may be charged.
 */
export const freeEmergencySupportEachYear = rule({
  name: 'free-emergency-support-each-year',
  on: 'service-version',
  asks: ['emergencySupport'],
  suppliedBy: 'implementingEntity',
  says: ({ atLeast }: { readonly atLeast: number }) => ({
    ja: `自己負担のない緊急時の対応支援を、契約年ごとに${atLeast}回以上約束する。`,
    en: `Promises at least ${atLeast} emergency support without cost each contract year.`,
  }),
  objections: ({ emergencySupport }, { atLeast }: { readonly atLeast: number }) =>
    unless(
      emergencySupport.freePerContractYear >= atLeast,
      'facts.emergencySupport.freePerContractYear',
      `自己負担のない緊急時の対応支援が、年${atLeast}回に足りません。`,
      `Emergency support without cost to the user is less than ${atLeast} a year.`,
    ),
})

/** 第2章1.(3) And as long as one of them is left, the user is charged nothing but incidental expenses. */
export const freeEmergencySupportIsGiven = rule({
  name: 'free-emergency-support-each-year',
  on: 'emergency-support',
  asks: ['purpose', 'chargedExTaxYen', 'freeSupportsUsed'],
  suppliedBy: 'implementingEntity',
  says: ({ atLeast }: { readonly atLeast: number }) => ({
    ja: `自己負担のない支援（年${atLeast}回）が残るうちは、諸経費のほかを請求しない。`,
    en: `Charges nothing but incidental expenses while one of the ${atLeast} supports without cost is left.`,
  }),
  notFor: ({ purpose }) =>
    purpose === 'setUp'
      ? { ja: '導入に伴う初期対応は数えない', en: 'the dispatch for set-up is not counted' }
      : undefined,
  objections: ({ chargedExTaxYen, freeSupportsUsed }, { atLeast }: { readonly atLeast: number }) =>
    unless(
      chargedExTaxYen === 0 || freeSupportsUsed >= atLeast,
      'chargedExTaxYen',
      `自己負担のない支援（年${atLeast}回）が残っているのに、${yen(chargedExTaxYen)}（税抜）を請求しています。`,
      `A support without cost is left this year, and ${chargedExTaxYen} yen without tax are charged.`,
    ),
})
