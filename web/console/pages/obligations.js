// @ts-check
import { may } from '../calls.js'
import { obligations, obligationStages } from '../obligation-words.js'
import { word } from '../words.js'
import { dayInWords, inJapan } from './common.js'

/**
 * 期限つきの義務: what is owed in a case, by when, and how a person says that it is done or lets it go.
 *
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getDiscontinuance'>} Case
 * @typedef {Case['obligations'][number]} Obligation
 */

/** @type {(found: Case) => import('../shapes.js').Table} */
export const obligationTable = ({ discontinuanceId, obligations: owed }) => ({
  kind: 'table',
  heading: '期限つきの義務',
  columns: ['義務', '根拠の条項', '期限', '段階'],
  rows: owed.map(({ code, clause, dueOn, stage }) => [
    { text: word(obligations, code), to: `#/cases/${discontinuanceId}/obligations/${code}` },
    clause,
    dayInWords(dueOn),
    word(obligationStages, stage),
  ]),
  none: 'この案件には、期限つきの義務はありません。',
})

/** @type {(params: Readonly<Record<string, string>>, today: string, to: string) => Form} */
const fulfilling = (params, today, to) => ({
  kind: 'form',
  name: 'fulfil',
  heading: '果たしたことを記録する',
  lead: ['書類のファイルは送られません。指紋（SHA-256）だけを記録します。'],
  call: 'fulfilObligation',
  params,
  fields: [
    { name: 'on', label: '果たした日', kind: 'day', initial: today },
    { name: 'what', label: '根拠', kind: 'long', hint: 'だれが、何をして、どう確かめたかを書きます。' },
    { name: 'reference', label: '書類の番号', optional: true, orNull: true },
    { name: 'documentSha256', label: '書類のファイル', kind: 'print', optional: true, orNull: true },
  ],
  submit: '記録する',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '義務を果たしたことを記録しました。', to }),
})

/** @type {(params: Readonly<Record<string, string>>, to: string) => Form} */
const waiving = (params, to) => ({
  kind: 'form',
  name: 'waive',
  heading: '義務を免じる',
  lead: ['担当者とは別の管理者が、理由を付けて免じます。基準そのものが命じる報告は、免じられません。'],
  call: 'waiveObligation',
  params,
  fields: [{ name: 'reason', label: '理由', kind: 'long' }],
  submit: '免じる',
  rehearse: { label: '免じずに確かめる', say: () => [] },
  done: () => ({ say: '義務を免じました。', to }),
})

/** How it was done, or let go. @type {(one: Obligation) => readonly (readonly [string, string])[]} */
const ending = ({ met, waived }) => {
  if (met) {
    const who = met.by === 'platform' ? 'この仕組みの記録による' : '人の記録による'
    return [['果たした日時', `${inJapan(met.at)}（${who}）`]]
  }
  return waived ? [['免じた日時', inJapan(waived.at)]] : []
}

/** @type {import('../shapes.js').Page} */
export const obligation = {
  path: '/cases/:discontinuanceId/obligations/:code',
  needs: 'fulfilObligation',
  load: async ({ ask, params, who }) => {
    const { code = '', discontinuanceId = '' } = params
    const back = `#/cases/${discontinuanceId}`
    const { stage, obligations: owed } = await ask('getDiscontinuance', { discontinuanceId })
    const one = owed.find((each) => each.code === code)
    const isOpen = stage === 'takingOver' && one !== undefined && !one.met && !one.waived
    return {
      title: word(obligations, code),
      back: { text: '提供困難案件', to: back },
      blocks: one
        ? [
            {
              kind: 'facts',
              rows: [
                ['段階', word(obligationStages, one.stage)],
                ['根拠の条項', one.clause],
                ['期限', dayInWords(one.dueOn)],
                ['期限の読み方', one.ourReading.ja],
                ['担当者', one.owner.sub === who.sub ? 'あなた' : (one.owner.name ?? 'ほかの人')],
                ...(one.escalatedAt ? [/** @type {const} */ (['期限超過の通知', inJapan(one.escalatedAt)])] : []),
                ...ending(one),
              ],
            },
            ...(isOpen ? [fulfilling(params, who.today, back)] : []),
            ...(isOpen && may(who.role, 'waiveObligation') ? [waiving(params, back)] : []),
          ]
        : [{ kind: 'words', tone: 'notice', lines: ['この案件に、その義務はありません。'] }],
    }
  },
}
