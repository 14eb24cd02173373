import { rule, unless } from '../rule.ts'

/**
 * 第2章1.(3) A number of times each contract year, emergency support costs the user nothing. The dispatch for set-up is
 * not counted; travel and incidental expenses may be charged.
 */
export const freeEmergencySupportEachYear = rule({
  name: 'free-emergency-support-each-year',
  on: 'service-version',
  objections: ({ emergencySupport }, { atLeast }: { readonly atLeast: number }) =>
    unless(
      emergencySupport.freePerContractYear >= atLeast,
      'facts.emergencySupport.freePerContractYear',
      `自己負担のない緊急時の対応支援が、年${atLeast}回に足りません。`,
      `Emergency support without cost to the user is less than ${atLeast} a year.`,
    ),
})
