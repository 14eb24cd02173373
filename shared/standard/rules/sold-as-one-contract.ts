import type { PlainDate } from '../../domain/plain-date.ts'
import type { ServiceFunction } from '../../domain/service/facts.ts'
import { nameOfFunction } from '../model/names.ts'
import type { ExceptionFacts } from '../model/occasion.ts'
import { rule, unless, type Objection } from '../model/rule.ts'

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

const must = (kept: boolean, ja: string, en: string) => unless(kept, 'exceptionId', ja, en)

/** Objections to an exception: what it lacks to be one for a contract of that day. Its last day still counts. */
const lackingIn = (exception: ExceptionFacts, madeOn: PlainDate): readonly Objection[] => {
  const { expiresOn } = exception
  return [
    ...must(exception.ground !== null, '例外の根拠（法令等）がありません。', 'The exception has no ground.'),
    ...must(exception.evidenced, '例外の根拠を裏づける資料がありません。', 'The exception has no evidence.'),
    ...must(
      exception.burdenKeptLow,
      'ユーザーの手続が煩雑にならないための工夫が示されていません。',
      'The exception does not say how the burden on the user is kept low.',
    ),
    ...must(exception.approved, '例外が実施主体に承認されていません。', 'The exception is not approved.'),
    ...must(exception.forService, '別のサービスのための例外です。', 'The exception is for another service.'),
    ...must(exception.forSeller, '別の販売者のための例外です。', 'The exception is for another seller.'),
    ...must(
      exception.forSme,
      'この中小企業は、例外の対象に含まれていません。',
      'The exception does not name this SME.',
    ),
    ...must(
      expiresOn !== null && madeOn <= expiresOn,
      '契約の日には、例外の期限が過ぎています。',
      'The exception has expired by the day of the contract.',
    ),
  ]
}

/** 第2章1.(6) And so does each contract; or it names an exception that leaves out the same functions, and holds that day. */
export const soldAsOneContract = rule({
  name: 'sold-as-one-contract',
  on: 'contract',
  asks: ['functions', 'exception', 'madeOn'],
  suppliedBy: 'reseller',
  says: ({ functions }: Limits) => ({
    ja: `契約は、${functions.length}つの機能をすべて含む一つの契約である。法令等やむを得ない事情があるときは、根拠・資料・煩雑さを避ける工夫・承認・期限のそろった例外による。`,
    en: `The contract binds all ${functions.length} functions together, or stands under an exception with ground, evidence, a burden kept low, approval and a last day.`,
  }),
  objections: ({ functions, exception, madeOn }, limits: Limits) => {
    if (exception === null) return missingFrom(functions, limits, 'functions')
    return [
      ...lackingIn(exception, madeOn),
      ...missingFrom([...functions, ...exception.leavesOut], limits, 'functions'),
      ...exception.leavesOut.flatMap((one) =>
        unless(
          !functions.includes(one),
          'functions',
          `例外は「${nameOfFunction[one].ja}」を含めない契約のためのものです。`,
          `The exception is for contracts without ${nameOfFunction[one].en}.`,
        ),
      ),
    ]
  },
})
