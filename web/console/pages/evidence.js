// @ts-check
import { dayInWords } from './common.js'

/**
 * What people put on record for the clauses no rule can keep.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Answer<'getServiceConformity'>['clauses'][number]} Clause
 * @typedef {Extract<Clause['parts'][number], { by: 'people' }>} Duty
 */

/** The duties of people, with the clause of each. @param {readonly Clause[]} clauses */
const dutiesIn = (clauses) =>
  clauses.flatMap(({ label, parts }) =>
    parts.flatMap((part) => (part.by === 'people' ? [{ clause: label, duty: part }] : [])),
  )

const verdicts = {
  onRecord: '記録があります',
  lapsed: '期限が切れています',
  missing: 'まだありません',
  notAsked: '最初の版なので、求められていません',
}

/** @param {Duty} duty @returns {readonly string[]} */
const recordsOf = ({ verdict, records }) => [
  verdicts[verdict],
  ...records.map(
    ({ on, validUntil }) => `${dayInWords(on)}${validUntil ? `（${dayInWords(validUntil)}まで有効）` : ''}`,
  ),
]

/** @type {Page} */
export const evidence = {
  path: '/services/:serviceId/evidence',
  needs: 'recordEvidence',
  load: async ({ ask, params, who }) => {
    const { code, serviceId, versions } = await ask('getService', params)
    const number = String(Math.max(...versions.map((one) => one.number)))
    const { clauses, edition } = await ask('getServiceConformity', { ...params, number })
    const duties = dutiesIn(clauses)
    return {
      title: `${code} の証拠の記録`,
      lead: `基準 ${edition} の条のうち、規則では判定できず、人が守るものです。体制を示す資料、点検、届出などを記録します。`,
      back: { text: 'サービス', to: `#/services/${serviceId}` },
      blocks: [
        {
          kind: 'form',
          name: 'evidence',
          heading: '証拠を記録する',
          call: 'recordEvidence',
          params,
          fields: [
            {
              name: 'clause',
              label: '条',
              kind: 'pick',
              options: duties.map(({ clause, duty }) => [`${clause}|${duty.topic}`, `${clause} ${duty.how.ja}`]),
            },
            { name: 'on', label: '証拠の日', kind: 'day', initial: who.today },
            {
              name: 'validUntil',
              label: '有効な最終日',
              kind: 'day',
              optional: true,
              orNull: true,
              hint: '期限がなければ空けておきます。',
            },
            { name: 'what', label: '証拠の内容', kind: 'long' },
            { name: 'reference', label: '資料の置き場所や番号', optional: true, orNull: true },
            {
              name: 'documentSha256',
              label: '資料のファイル',
              kind: 'print',
              optional: true,
              orNull: true,
              hint: 'ファイルは送られません。指紋（SHA-256）だけを記録します。',
            },
          ],
          shape: ({ clause: chosen, ...body }) => {
            const [clause, topic] = String(chosen).split('|')
            return { ...body, clause, topic }
          },
          places: { topic: 'clause' },
          submit: '記録する',
          done: () => ({ say: '証拠を記録しました。', to: `#/services/${serviceId}/evidence` }),
        },
        {
          kind: 'table',
          columns: ['条', '人がすること', '証拠になるもの', 'いまの記録'],
          rows: duties.map(({ clause, duty }) => [clause, duty.how.ja, duty.evidence.ja, recordsOf(duty)]),
          none: '人が守る条はありません。',
        },
      ],
    }
  },
}
