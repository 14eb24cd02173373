import { problems, type Trouble } from '../../../shared/api/problem.ts'
import type { DoubtKind } from '../../../shared/domain/refusal.ts'
import type { RowOutcome } from '../../papers/results.ts'

const maxReasons = 5

/** Doubts that an accepted row leaves open, as a clerk reads them. */
const doubtsInWords: Readonly<Record<DoubtKind, string>> = {
  notKnown: '分かっていない点があります',
  awaited: '確認を待っている点があります',
  depends: '手元にない条文によります',
  notItemised: '記録はありますが、項目ごとではありません',
}

/** Obstacles to a row of bulk work, where its stage alone says them. */
const noMail = 'メールの宛先が分かりません。'
const stages: Readonly<Record<string, string>> = {
  'takeover opened': 'ユーザーに、まだ知らせていません。',
  'takeover settled': '行き先は、もう決まっています。',
  'contract ended': '契約は、もう終わっています。',
  'discontinuance closed': '案件は、もう閉じています。',
  'reseller restricted': '移す先の再販協力会社は、新規停止中です。',
}

/** Words of a refusal's own: all breaches, all that is missing, all that is wrong with the form. */
const wordsOf = (refusal: Trouble): readonly string[] => [
  ...('breaches' in refusal ? refusal.breaches.map(({ why }) => why.ja) : []),
  ...('missing' in refusal ? refusal.missing.map(({ why }) => why.ja) : []),
  ...('errors' in refusal ? refusal.errors.map(({ where, why }) => `${where}: ${why.ja}`) : []),
  ...('why' in refusal && refusal.why ? [refusal.why.ja] : []),
]

/** Words for a refusal that has none of its own. */
const inShort = (refusal: Trouble): string => {
  if ('needs' in refusal && refusal.needs === 'a mail address') return noMail
  const stage = refusal.kind === 'wrong-stage' ? stages[`${refusal.what} ${refusal.stage}`] : undefined
  return stage ?? problems[refusal.kind].title.ja
}

const clausesOf = (refusal: Trouble): readonly string[] => {
  if ('breaches' in refusal) return refusal.breaches.map(({ clause }) => clause)
  return 'clause' in refusal && refusal.clause ? [refusal.clause] : []
}

/** Clause and reasons of a row, in one cell each. */
export const reasonsIn = ({
  refusal,
  sameAs,
  differsFrom,
  replayed,
  formerly,
  doubts,
}: RowOutcome): readonly [clauses: string, reasons: string] => {
  const told = refusal ? wordsOf(refusal) : []
  const left = told.length - maxReasons
  const reasons = [
    ...(told.length > 0 ? told.slice(0, maxReasons) : refusal ? [inShort(refusal)] : []),
    ...(left > 0 ? [`ほか${left}件。`] : []),
    ...(differsFrom
      ? [`${differsFrom.row}行と同じ中小企業・サービスですが、${differsFrom.columns.join('、')}が違います。`]
      : []),
    ...(sameAs === null ? [] : [`${sameAs}行と同じ内容です。契約は一件です。`]),
    ...(replayed && sameAs === null ? ['前に取り込んだときの結果のままです。'] : []),
    ...(formerly ? [`前に同じ行から記録した契約（${formerly}）は無効とされているので、新しい契約になります。`] : []),
    ...doubts.map(({ clause, kind }) => `${clause}：${doubtsInWords[kind]}。`),
  ]
  const clauses = refusal ? [...new Set(clausesOf(refusal))] : []
  return [clauses.join(' '), reasons.join(' ').trim()]
}
