// @ts-check
import { may } from '../calls.js'
import * as names from '../words.js'
import { optionsOf } from '../words.js'
import { count, dayInWords, namesFor } from './common.js'
import { ledgerTable } from './ledger.js'

/**
 * What was done for an SME: incidents it was told of, supports it was given, each judged by the standard.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {{ params: { contractId: string }, here: string }} Of
 */

/** @type {import('../shapes.js').Field} */
const deviation = {
  name: 'deviation',
  label: '基準から外れた理由',
  kind: 'long',
  optional: true,
  hint: '基準から外れたと判定されたときだけ書いてください。理由とともに、そのまま記録します。',
}

/** What the standard says of a record. @type {(answer: { breaches: readonly import('../shapes.js').Breach[] }) => readonly string[]} */
const verdicts = ({ breaches }) =>
  breaches.length === 0
    ? ['基準に反するところはありません。']
    : breaches.map(({ clause, why }) => `サービス基準 ${clause}から外れています。${why.ja}`)

/** @type {(answer: import('../shapes.js').Answer<'recordIncidentNotice'>) => readonly string[]} */
const saysNotice = (answer) => {
  const { target } = answer
  const inTime =
    target &&
    `目標の${count(target.minutes)}分以内${target.met ? 'でした' : 'ではありませんでした（違反ではありません）'}。`
  return [...(inTime ? [inTime] : []), ...verdicts(answer)]
}

/** @type {(of: Of) => Form} */
const telling = ({ params, here }) => ({
  kind: 'form',
  name: 'notice',
  heading: 'インシデントを知らせたことを記録する',
  call: 'recordIncidentNotice',
  params,
  fields: [
    { name: 'severity', label: '重さ', kind: 'choice', options: optionsOf(names.severities) },
    { name: 'how', label: '知らせ方', kind: 'choice', options: optionsOf(names.incidentTellings) },
    { name: 'detectedAt', label: '検知した日時（日本時間）', kind: 'moment' },
    { name: 'toldAt', label: '知らせた日時（日本時間）', kind: 'moment' },
    { name: 'toldTo', label: '知らせた相手（氏名、メールなど）' },
    { name: 'toldBy', label: '知らせた人の氏名' },
    { name: 'summary', label: '知らせた内容', kind: 'long' },
    deviation,
  ],
  submit: '記録する',
  rehearse: { label: '記録せずに判定を見る', say: saysNotice },
  done: (answer) => ({ say: ['記録しました。', ...saysNotice(answer)].join(''), to: here }),
})

/** @type {(answer: import('../shapes.js').Answer<'recordEmergencySupport'>) => readonly string[]} */
const saysSupport = (answer) => {
  const { from, until, freePromised, freeUsed } = answer.contractYear
  return [
    `${dayInWords(from)}から${dayInWords(until)}までの自己負担なしの支援は、${count(freePromised)}回のうち${count(freeUsed)}回です。`,
    ...verdicts(answer),
  ]
}

/** @type {(of: Of) => Form} */
const supporting = ({ params, here }) => ({
  kind: 'form',
  name: 'support',
  heading: '対応支援を記録する',
  call: 'recordEmergencySupport',
  params,
  fields: [
    { name: 'purpose', label: '目的', kind: 'choice', options: optionsOf(names.supportPurposes) },
    { name: 'mode', label: '方法', kind: 'choice', options: optionsOf(names.supportModes) },
    { name: 'startedAt', label: '始めた日時（日本時間）', kind: 'moment' },
    { name: 'place', label: '駆け付けた場所', when: ['mode', 'onSite'] },
    {
      name: 'remoteConsentAt',
      label: 'ユーザーが同意した日時（日本時間）',
      kind: 'moment',
      optional: true,
      hint: 'リモートの支援では、始める前の同意が要ります。',
      when: ['mode', 'remote'],
    },
    { name: 'chargedExTaxYen', label: '支援の料金（円、税抜）', kind: 'number', initial: '0' },
    { name: 'incidentalExTaxYen', label: '交通費などの諸経費（円、税抜）', kind: 'number', initial: '0' },
    { name: 'by', label: '支援した人の氏名' },
    { name: 'summary', label: '支援の内容', kind: 'long' },
    deviation,
  ],
  shape: (body) => ({ place: null, remoteConsentAt: null, ...body }),
  submit: '記録する',
  rehearse: { label: '記録せずに判定を見る', say: saysSupport },
  done: (answer) => ({ say: ['記録しました。', ...saysSupport(answer)].join(''), to: here }),
})

/** @type {Page} */
export const provision = {
  path: '/contracts/:contractId/provision',
  needs: 'recordEmergencySupport',
  load: async (visit) => {
    const { ask, params, who } = visit
    const [{ contractId, sme, stage }, { party }, ledger] = await Promise.all([
      ask('getContract', params),
      namesFor(visit),
      may(who.role, 'getContractLedger') ? ask('getContractLedger', params).then(({ items }) => items) : [],
    ])
    const of = { params: { contractId }, here: `#/contracts/${contractId}/provision` }
    const told = ledger.filter(({ event }) => event.type === 'incident-told' || event.type === 'emergency-supported')
    return {
      title: `${sme.name} への通知と支援`,
      back: { text: '契約', to: `#/contracts/${contractId}` },
      blocks: [
        ...(stage === 'live'
          ? [telling(of), supporting(of)]
          : [/** @type {const} */ ({ kind: 'words', lines: ['記録できるのは、契約中の契約だけです。'] })]),
        ...(may(who.role, 'getContractLedger')
          ? [{ ...ledgerTable(told, who, party), heading: 'これまでの通知と支援' }]
          : []),
      ],
    }
  },
}
