// @ts-check
import { may } from '../calls.js'
import { tellingVerdicts } from '../words-of-the-standard.js'
import * as names from '../words.js'
import { optionsOf } from '../words.js'
import { count, dayInWords, inJapan, namesFor } from './common.js'
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

/**
 * What the standard says of a record.
 *
 * @type {(answer: { breaches: readonly import('../shapes.js').Breach[], doubts?: readonly import('../shapes.js').Breach[] }) => readonly string[]}
 */
const verdicts = ({ breaches, doubts = [] }) =>
  breaches.length + doubts.length === 0
    ? ['基準に反するところはありません。']
    : [
        ...breaches.map(({ clause, why }) => `サービス基準 ${clause}から外れています。${why.ja}`),
        ...doubts.map(({ why }) => why.ja),
      ]

/** @type {(answer: import('../shapes.js').Answer<'recordIncidentNotice'>) => readonly string[]} */
const saysNotice = (answer) => {
  const { target } = answer
  const inTime =
    target &&
    `目標の${count(target.minutes)}分以内${target.met ? 'でした' : 'ではありませんでした（それだけでは違反ではありません）'}。`
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
    {
      name: 'judgedSeriousAt',
      label: '重大と判断した日時（日本時間）',
      kind: 'moment',
      optional: true,
      hint: '検知したときに重大と判断したのなら、書かなくてかまいません。',
      when: ['severity', 'serious'],
    },
    { name: 'toldAt', label: '知らせた日時（日本時間）', kind: 'moment' },
    {
      name: 'lateReason',
      label: '目標の時間を過ぎた理由',
      kind: 'long',
      optional: true,
      hint: '重大なインシデントを、検知から60分を過ぎて知らせたときに書いてください。なお即時であったかは、実施主体が判断します。',
      when: ['severity', 'serious'],
    },
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

/**
 * What the implementing entity says of each telling that came later than the target, and of which nobody said anything.
 *
 * @type {(of: Of, ledger: import('../shapes.js').Answer<'getContractLedger'>['items']) => readonly Form[]}
 */
const judging = ({ params, here }, ledger) => {
  const events = ledger.map(({ event }) => /** @type {any} */ (event))
  const judged = events.flatMap(({ type, noticeSha256 }) => (type === 'incident-telling-judged' ? noticeSha256 : []))
  return events
    .filter(
      ({ type, severity, how, detectedAt, toldAt, noticeSha256, departsFrom }) =>
        type === 'incident-told' &&
        severity === 'serious' &&
        how === 'atOnce' &&
        departsFrom.length === 0 &&
        Date.parse(toldAt) - Date.parse(detectedAt) > 3_600_000 &&
        !judged.includes(noticeSha256),
    )
    .map(({ noticeSha256, toldAt }) => ({
      kind: 'form',
      name: `verdict-${noticeSha256.slice(0, 8)}`,
      heading: `${inJapan(toldAt)}の通知が、なお即時であったかを判断する`,
      lead: ['検知から60分を過ぎて知らせています。理由を確かめたうえで判断してください。'],
      call: 'judgeIncidentTelling',
      params: { ...params, noticeSha256 },
      fields: [
        { name: 'verdict', label: '判断', kind: 'choice', options: optionsOf(tellingVerdicts) },
        { name: 'judgedBy', label: '判断した人の氏名' },
        { name: 'reason', label: 'そう判断した理由', kind: 'long' },
      ],
      submit: '判断を記録する',
      done: (answer) => ({ say: ['記録しました。', ...saysNotice(answer)].join(''), to: here }),
    }))
}

/** @type {(of: Of & { byEntity: boolean }) => Form} */
const supporting = ({ params, here, byEntity }) => ({
  kind: 'form',
  name: 'support',
  heading: '対応支援を記録する',
  call: 'recordEmergencySupport',
  params,
  fields: [
    { name: 'purpose', label: '目的', kind: 'choice', options: optionsOf(names.supportPurposes) },
    { name: 'mode', label: '方法', kind: 'choice', options: optionsOf(names.supportModes) },
    { name: 'startedAt', label: '始めた日時（日本時間）', kind: 'moment' },
    { name: 'placeNamed', label: 'ユーザーの指定した場所', when: ['mode', 'onSite'] },
    { name: 'place', label: '実際に駆け付けた場所', when: ['mode', 'onSite'] },
    {
      name: 'installedOn',
      label: '監視の仕組みを導入した日',
      kind: 'day',
      optional: true,
      hint: 'この訪問で導入が済んだときに書いてください。',
      when: ['purpose', 'setUp'],
    },
    {
      name: 'remoteConsentAt',
      label: 'ユーザーが同意した日時（日本時間）',
      kind: 'moment',
      optional: true,
      hint: 'リモートの支援では、始める前の同意が要ります。',
      when: ['mode', 'remote'],
    },
    { name: 'chargedExTaxYen', label: '支援の料金（円、税抜）', kind: 'number', initial: '0' },
    {
      name: 'incidentalExTaxYen',
      label: '交通費などの諸経費（円、税抜）',
      kind: 'number',
      initial: '0',
      hint: '請求できるのは、駆け付けたときだけです。規約で諸経費を含めているときは請求できません。',
    },
    { name: 'by', label: '支援した人の氏名' },
    { name: 'summary', label: '支援の内容', kind: 'long' },
    ...(byEntity
      ? [
          {
            name: 'setUpReason',
            label: '初期対応が遅くなった理由（実施主体）',
            kind: /** @type {const} */ ('long'),
            optional: true,
            hint: '開始日や導入から30日を過ぎた訪問を、なお導入時の初期対応とするときに書いてください。',
            when: /** @type {const} */ (['purpose', 'setUp']),
          },
        ]
      : []),
    deviation,
  ],
  shape: (body) => ({ placeNamed: null, place: null, remoteConsentAt: null, ...body }),
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
    const [{ contractId, edition, sme, stage }, { party }, ledger] = await Promise.all([
      ask('getContract', params),
      namesFor(visit),
      may(who.role, 'getContractLedger') ? ask('getContractLedger', params).then(({ items }) => items) : [],
    ])
    const of = { params: { contractId }, here: `#/contracts/${contractId}/provision` }
    const byEntity = may(who.role, 'judgeIncidentTelling')
    const told = ledger.filter(({ event }) =>
      ['incident-told', 'incident-telling-judged', 'emergency-supported'].includes(event.type),
    )
    return {
      title: `${sme.name} への通知と支援`,
      back: { text: '契約', to: `#/contracts/${contractId}` },
      blocks: [
        ...(stage === 'live'
          ? [telling(of), supporting({ ...of, byEntity })]
          : [/** @type {const} */ ({ kind: 'words', lines: ['記録できるのは、契約中の契約だけです。'] })]),
        ...(byEntity && edition !== '1.1' ? judging(of, ledger) : []),
        ...(may(who.role, 'getContractLedger')
          ? [{ ...ledgerTable(told, who, party), heading: 'これまでの通知と支援' }]
          : []),
      ],
    }
  },
}
