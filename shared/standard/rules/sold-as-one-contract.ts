import type { ServiceFunction } from '../../domain/service/facts.ts'
import { nameOfFunction } from '../names.ts'
import { rule, unless, type Objection } from '../rule.ts'

type Limits = { readonly functions: readonly ServiceFunction[] }

const missingFrom = (functions: readonly ServiceFunction[], limits: Limits, where: string): readonly Objection[] =>
  limits.functions.flatMap((one) =>
    unless(
      functions.includes(one),
      where,
      `「${nameOfFunction[one].ja}」が一つの契約に含まれていません。`,
      `${nameOfFunction[one].en} is not part of the one contract.`,
    ),
  )

/** 第2章1.(6) The service offers all its functions in one contract; no user has to contract for them one by one. */
export const offeredAsOneContract = rule({
  name: 'sold-as-one-contract',
  on: 'service-version',
  asks: ['functions'],
  suppliedBy: 'implementingEntity',
  says: ({ functions }: Limits) => ({
    ja: `サービスは、${functions.length}つの機能を一つの契約で提供する。`,
    en: `The service offers its ${functions.length} functions in one contract.`,
  }),
  objections: ({ functions }, limits: Limits) => missingFrom(functions, limits, 'facts.functions'),
})

/** 第2章1.(6) And so does each contract. */
export const soldAsOneContract = rule({
  name: 'sold-as-one-contract',
  on: 'contract',
  asks: ['functions'],
  suppliedBy: 'reseller',
  says: ({ functions }: Limits) => ({
    ja: `契約は、${functions.length}つの機能をすべて含む一つの契約である。`,
    en: `The contract binds all ${functions.length} functions together.`,
  }),
  objections: ({ functions }, limits: Limits) => missingFrom(functions, limits, 'functions'),
})
