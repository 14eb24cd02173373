// @ts-check
import { may } from '../calls.js'
import { resellerRoles } from '../generated/people.js'
import { operationStages, parties, word } from '../words.js'
import { count, dayInWords, isReseller } from './common.js'
import { handoverForms, handoverTable } from './handover.js'

/**
 * 引継ぎの備え: how ready one is for the stop of a reseller, before it is ever needed.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Block} Block
 * @typedef {import('../shapes.js').Visit} Visit
 * @typedef {import('../shapes.js').Answer<'getReadiness'>} Readiness
 */

/** @param {string} resellerId @param {string} of */
const listOf = (resellerId, of) => `#/resellers/${resellerId}/drill?of=${of}`

/** A number of contracts, with the way to their list where there are any. @param {string} resellerId @param {string} of @param {number} n */
const contractsOf = (resellerId, of, n) => (n > 0 ? { text: `${count(n)}件`, to: listOf(resellerId, of) } : '0件')

/** @param {number} points */
const inPoints = (points) => `${points.toLocaleString('ja-JP')}点`

/** The score in a word. @param {import('../shapes.js').Answer<'getReseller'>['readiness']} readiness */
export const readyInWords = ({ score: points, drilledOn, drillDue }) => {
  if (!drilledOn) return `${inPoints(points)}（予行演習は、まだです）`
  return `${inPoints(points)}（予行演習: ${dayInWords(drilledOn)}${drillDue ? '、古くなっています' : ''}）`
}

/** @param {number} seconds */
const inTime = (seconds) => (seconds < 90 ? `約${count(seconds)}秒` : `約${count(Math.ceil(seconds / 60))}分`)

/** @param {Readiness} readiness @returns {readonly Block[]} */
const score = ({ on, score: points, parts, raises, resellerId }) => [
  { kind: 'facts', rows: [['いまの点数', `${inPoints(points)}（100点満点、${dayInWords(on)}現在）`]] },
  {
    kind: 'table',
    heading: '点を上げるには',
    columns: ['すること', 'だれが', '対象の契約', '上がる点'],
    rows: raises.map(({ code, what, by, contracts, points: more }) => [
      what.ja,
      word(parties, by),
      contracts === null ? '―' : contractsOf(resellerId, code, contracts),
      more === null ? '行うと分かります' : inPoints(more),
    ]),
    none: 'いま、することはありません。',
  },
  {
    kind: 'table',
    heading: '点数の内訳',
    columns: ['項目', '点', '配点', '考え方'],
    rows: parts.map(({ what, points: earned, of, why }) => [what.ja, inPoints(earned), inPoints(of), why.ja]),
    none: '内訳はありません。',
  },
]

/**
 * The contracts a drill found, as files: one, or as many as they come in.
 * @param {string} resellerId
 * @param {NonNullable<Readiness['drill']>} drill
 * @param {string} text
 * @param {Readonly<Record<string, string>>} query
 * @returns {readonly import('../shapes.js').FileLink[]}
 */
export const tablesOf = (resellerId, { parts, on }, text, query) =>
  Array.from({ length: parts }, (_, index) => ({
    text: parts === 1 ? text : `${text}（${count(parts)}分の${count(index + 1)}）`,
    saves: 'downloadDrillContracts',
    as: parts === 1 ? `予行演習-${on}.csv` : `予行演習-${on}-${index + 1}.csv`,
    params: { resellerId },
    query: parts === 1 ? query : { ...query, part: String(index + 1) },
  }))

/** @param {Readiness} readiness @returns {readonly Block[]} */
const lastDrill = ({ drill, resellerId }) => {
  if (!drill)
    return [
      {
        kind: 'words',
        heading: '直近の予行演習',
        lines: ['予行演習は、まだ行っていません。行うまで、契約の状態は点数に入りません。'],
      },
    ]
  const { gaps, on, goodUntil, due } = drill
  const pace =
    drill.paceFrom === 'lastTakeover'
      ? `直近の引継ぎの速さ（毎分${count(drill.perMinute)}件）から見積もりました`
      : `引継ぎの目標の速さ（毎分${count(drill.perMinute)}件）から見積もりました。実績はまだありません`
  return [
    ...(due
      ? [
          /** @type {const} */ ({
            kind: 'words',
            tone: 'notice',
            lines: [`直近の予行演習は${dayInWords(on)}です。古くなったので、もう一度行ってください。`],
          }),
        ]
      : []),
    {
      kind: 'facts',
      heading: '直近の予行演習',
      rows: [
        ['行った日', `${dayInWords(on)}（${dayInWords(goodUntil)}まで目安になります）`],
        ['そのときの点数', inPoints(drill.score)],
        ['引き継ぐ契約', `${count(drill.contracts)}件`],
        ['無効になる下書き・申込み', contractsOf(resellerId, 'voided', drill.voided)],
        ['どれかが途切れる契約', contractsOf(resellerId, 'anyGap', drill.wouldGap)],
        ['監視が途切れる契約', contractsOf(resellerId, 'monitoring', gaps.monitoring)],
        ['窓口が途切れる契約', contractsOf(resellerId, 'contact', gaps.contact)],
        ['保険が途切れる契約', contractsOf(resellerId, 'insurance', gaps.insurance)],
        ['引継ぎにかかる時間', `${inTime(drill.takeoverSeconds)}（${pace}）`],
      ],
    },
    {
      kind: 'links',
      items: tablesOf(resellerId, drill, '見つかった契約をすべて CSV で保存する', {}),
    },
  ]
}

/** @param {string} resellerId @returns {Block} */
const drilling = (resellerId) => ({
  kind: 'form',
  name: 'drill',
  heading: '引継ぎの予行演習を行う',
  lead: [
    'いまの契約簿を実際の引継ぎと同じ手順で読み、何件を引き継ぎ、どのユーザーの何が途切れるかを確かめます。',
    '契約は変わりません。ユーザーにも再販協力会社にも、お知らせは届きません。',
  ],
  call: 'drillTakeover',
  params: { resellerId },
  fields: [],
  submit: '予行演習を始める',
  done: ({ operationId }) => ({
    say: '予行演習を始めました。',
    to: `#/resellers/${resellerId}/readiness?operationId=${operationId}`,
  }),
})

/** How far a drill is that was begun here. @param {Visit} visit */
const running = async ({ ask, query, who }) => {
  const { operationId } = query
  if (!operationId || !may(who.role, 'getOperation')) return { blocks: [], again: {} }
  const { stage, done, total: shards } = await ask('getOperation', { operationId })
  const total = shards ?? 0
  if (stage === 'finished') return { blocks: [], again: {} }
  /** @type {import('../shapes.js').Progress} */
  const progress = {
    kind: 'progress',
    heading: `予行演習: ${word(operationStages, stage)}`,
    label: `契約簿を${count(total)}に分けたうち、${count(done)}を読みました。`,
    done,
    total,
  }
  return { blocks: [progress], again: { againAfterMs: 1_500 } }
}

/** @param {Visit} visit @param {string} resellerId @param {string} back */
const blocksOf = async (visit, resellerId, back) => {
  const { ask, who } = visit
  const [readiness, { items }] = await Promise.all([
    ask('getReadiness', { resellerId }),
    ask('listHandover', { resellerId }),
  ])
  const ours = isReseller(visit) ? items.filter(({ duty }) => duty === 'reseller') : items
  return [
    ...score(readiness),
    ...lastDrill(readiness),
    ...(may(who.role, 'drillTakeover') ? [drilling(resellerId)] : []),
    handoverTable(items),
    ...handoverForms(resellerId, ours, who.today, back),
  ]
}

const lead =
  '再販協力会社が続けられなくなる前に、引継ぎの備えを確かめます。点数の考え方は当社解釈で、基準が定めたものではありません。'

/** @type {Page} */
export const readiness = {
  path: '/resellers/:resellerId/readiness',
  needs: 'drillTakeover',
  load: async (visit) => {
    const resellerId = visit.params['resellerId'] ?? ''
    const [{ name }, begun] = await Promise.all([visit.ask('getReseller', { resellerId }), running(visit)])
    const back = `#/resellers/${resellerId}`
    return {
      title: '引継ぎの備え',
      lead,
      back: { text: name, to: back },
      ...begun.again,
      blocks: [...begun.blocks, ...(await blocksOf(visit, resellerId, `${back}/readiness`))],
    }
  },
}

/** The same of oneself, for a reseller. @type {Page} */
export const ownReadiness = {
  path: '/readiness',
  menu: '引継ぎの備え',
  needs: 'getReadiness',
  only: resellerRoles,
  load: async (visit) => ({
    title: '引継ぎの備え',
    lead: '自社が続けられなくなったときにも、ユーザーへの提供が途切れないように備えます。点数の考え方は当社解釈で、基準が定めたものではありません。',
    blocks: await blocksOf(visit, visit.who.tenant, '#/readiness'),
  }),
}
