// @ts-check
import { optionsOf, word } from '../words.js'
import { coverageStages, facets, facetStages, findings } from '../words-of-coverage.js'
import { count, inJapan } from './common.js'

/**
 * 提供状態: how the SMEs of a case are served while their contracts are taken over, counted, and noted one by one.
 *
 * @typedef {import('../shapes.js').Answer<'getDiscontinuance'>} Case
 * @typedef {import('../shapes.js').Answer<'listTakeovers'>['items'][number]} Line
 * @typedef {NonNullable<import('../shapes.js').Answer<'getContract'>['takeover']>['coverage']} Coverage
 */

/** How long something was lost: minutes below an hour, hours from there on. @param {number} minutes @param {number} hours */
const gapInWords = (minutes, hours) => {
  if (minutes === 0) return 'なし'
  return minutes < 60 ? `${count(minutes)}分` : `${count(hours)}時間`
}

/** How many contracts of a case stand where, each with the way to them. @type {(found: Case) => import('../shapes.js').Facts} */
export const coverageCounted = ({ coverage, discontinuanceId }) => {
  const { gapMinutes, gapHours, ...stages } = coverage
  return {
    kind: 'facts',
    heading: '提供状態',
    rows: [
      ...Object.entries(coverageStages).map(
        ([stage, label]) =>
          /** @type {const} */ ([
            label,
            {
              text: `${count(stages[/** @type {keyof typeof stages} */ (stage)])}件`,
              to: `#/cases/${discontinuanceId}/takeovers?coverage=${stage}`,
            },
          ]),
      ),
      ['途切れた時間（全契約の合計）', gapInWords(gapMinutes, gapHours)],
    ],
  }
}

/** @type {(coverage: Pick<Coverage, 'monitoring' | 'contact' | 'insurance'>) => readonly (readonly [string, string])[]} */
const facetsOf = ({ monitoring, contact, insurance }) =>
  Object.entries({ monitoring, contact, insurance }).map(([facet, stage]) => [
    word(facets, facet),
    word(facetStages, stage),
  ])

/** A takeover's coverage in a list: how it stands, what is not confirmed, how long it was lost. @param {Line['coverage']} coverage */
export const coverageInLine = (coverage) => {
  const { stage, gapMinutes, gapHours } = coverage
  const open = stage === 'gap' || stage === 'atRisk'
  return [
    word(coverageStages, stage),
    ...(open
      ? facetsOf(coverage).flatMap(([facet, now]) => (now === findings['confirmed'] ? [] : [`${facet}: ${now}`]))
      : []),
    ...(gapMinutes > 0 ? [`途切れた時間: ${gapInWords(gapMinutes, gapHours)}`] : []),
  ]
}

/** The coverage of one takeover. @type {(coverage: Coverage) => import('../shapes.js').Facts} */
export const coverageFacts = (coverage) => ({
  kind: 'facts',
  heading: '提供状態',
  rows: [
    ['いまの状態', word(coverageStages, coverage.stage)],
    ...facetsOf(coverage),
    ...(coverage.gapSince
      ? [/** @type {const} */ (['途切れている', `${inJapan(coverage.gapSince)}から続いています`])]
      : []),
    [
      coverage.gapSince ? '元に戻るまでに途切れた時間' : '途切れた時間',
      gapInWords(coverage.gapMinutes, Math.round(coverage.gapMinutes / 6) / 10),
    ],
  ],
})

/** @type {(params: Readonly<Record<string, string>>, back: string) => import('../shapes.js').Form} */
export const notingCoverage = (params, back) => ({
  kind: 'form',
  name: 'coverage',
  heading: '提供状態を記録する',
  lead: [
    '監視が続いているか、新しい窓口がユーザーに伝わっているか、保険が続いているかを、それぞれ確かめて記録します。',
    '案件を閉じるには、有効な契約のすべてで、三つとも確かめてあることが要ります。',
  ],
  call: 'noteCoverage',
  params,
  fields: [
    { name: 'facet', label: '確かめたもの', kind: 'choice', options: optionsOf(facets) },
    { name: 'finding', label: '結果', kind: 'choice', options: optionsOf(findings) },
    {
      name: 'at',
      label: '確かめた日時・途切れた日時',
      kind: 'moment',
      optional: true,
      hint: '空けておくと、いまの日時になります。引継ぎの始まりより前の日時は入れられません。',
    },
    {
      name: 'evidence',
      label: '根拠',
      kind: 'long',
      hint: 'だれが、何を見て、または、だれに聞いて確かめたかを書きます。',
    },
  ],
  submit: '記録する',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '提供状態を記録しました。', to: back }),
})
