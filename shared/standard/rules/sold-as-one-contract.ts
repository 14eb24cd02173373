import type { ServiceFunction } from '../../domain/service/facts.ts'
import { rule, unless, type Objection } from '../rule.ts'

type Limits = { readonly functions: readonly ServiceFunction[] }

const nameOf: Record<ServiceFunction, string> = {
  consultationDesk: '相談窓口',
  anomalyMonitoring: '異常の監視',
  emergencyResponse: '緊急時の対応支援',
  easeOfAdoption: '導入・運用の容易さ(基準の番号(4)、条文要確認)',
  simpleCyberInsurance: '簡易サイバー保険',
}

const missingFrom = (functions: readonly ServiceFunction[], limits: Limits, where: string): readonly Objection[] =>
  limits.functions.flatMap((one) =>
    unless(
      functions.includes(one),
      where,
      `「${nameOf[one]}」が一つの契約に含まれていません。`,
      `${one} is not part of the one contract.`,
    ),
  )

/** 第2章1.(6) The service offers all its functions in one contract; no user has to contract for them one by one. */
export const offeredAsOneContract = rule({
  name: 'sold-as-one-contract',
  on: 'service-version',
  objections: ({ functions }, limits: Limits) => missingFrom(functions, limits, 'facts.functions'),
})

/** 第2章1.(6) And so does each contract. */
export const soldAsOneContract = rule({
  name: 'sold-as-one-contract',
  on: 'contract',
  objections: ({ functions }, limits: Limits) => missingFrom(functions, limits, 'functions'),
})
