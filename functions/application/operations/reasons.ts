import type { DoubtKind } from '../../../shared/domain/refusal.ts'
import type { Result } from './results.ts'

type Reasoned = { readonly where?: string; readonly clause?: string; readonly why: { readonly ja: string } }
type Told = {
  readonly breaches?: readonly Reasoned[]
  readonly errors?: readonly Reasoned[]
  readonly missing?: readonly Reasoned[]
  readonly title?: string
  readonly what?: string
  readonly stage?: string
  readonly needs?: unknown
  readonly why?: { readonly ja: string }
  readonly clause?: string
}

const maxReasons = 5

/** What an accepted row leaves open, as a clerk reads it. */
const doubtsInWords: Readonly<Record<DoubtKind, string>> = {
  notKnown: '分かっていない点があります',
  awaited: '確認を待っている点があります',
  depends: '手元にない条文によります',
  notItemised: '記録はありますが、項目ごとではありません',
}

/** What stands in the way of a row of bulk work, where its stage alone says it. */
const noMail = 'メールの宛先が分かりません。'
const stages: Readonly<Record<string, string>> = {
  'takeover opened': 'ユーザーに、まだ知らせていません。',
  'takeover settled': '行き先は、もう決まっています。',
  'contract ended': '契約は、もう終わっています。',
  'discontinuance closed': '案件は、もう閉じています。',
  'reseller restricted': '移す先の再販協力会社は、新規停止中です。',
}

/** Clause and reasons of a row, in one cell each. */
export const reasonsIn = ({
  problem,
  sameAs,
  differsFrom,
  replayed,
  formerly,
  doubts = [],
}: Omit<Result, 'doubts'> & Partial<Pick<Result, 'doubts'>>): readonly [clauses: string, reasons: string] => {
  const {
    breaches = [],
    errors = [],
    missing = [],
    title = '',
    what,
    stage,
    needs,
    why,
    clause,
  } = (problem ?? {}) as Told
  const told = [
    ...[...breaches, ...missing].map(({ why }) => why.ja),
    ...errors.map(({ where, why }) => `${where}: ${why.ja}`),
    ...(why ? [why.ja] : []),
  ]
  const left = told.length - maxReasons
  const reasons = [
    ...(told.length > 0
      ? told.slice(0, maxReasons)
      : [needs === 'a mail address' ? noMail : (stages[`${what} ${stage}`] ?? title)]),
    ...(left > 0 ? [`ほか${left}件。`] : []),
    ...(differsFrom
      ? [`${differsFrom.row}行と同じ中小企業・サービスですが、${differsFrom.columns.join('、')}が違います。`]
      : []),
    ...(sameAs === null ? [] : [`${sameAs}行と同じ内容です。契約は一件です。`]),
    ...(replayed && sameAs === null ? ['前に取り込んだときの結果のままです。'] : []),
    ...(formerly ? [`前に同じ行から記録した契約（${formerly}）は無効とされているので、新しい契約になります。`] : []),
    ...doubts.map(({ clause, kind }) => `${clause}：${doubtsInWords[kind]}。`),
  ]
  const clauses = [...new Set(breaches.length > 0 || !clause ? breaches.map((one) => one.clause ?? '') : [clause])]
  return [clauses.join(' '), reasons.join(' ').trim()]
}
