// @ts-check
import { grounds, monitoringTypes, resellerStages, word } from '../words.js'
import { count, dayInWords, inJapan } from './common.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {{ live: number, new: number, ended: number, takenOver: number }} Tally
 */

const tally = (/** @type {Tally} */ { live, new: made, ended, takenOver }) => [live, made, ended, takenOver].map(count)
const tallied = ['期末の契約', '新規', '終了', '引継ぎ']

const monthInWords = (/** @type {string} */ month) => month.replace(/^(\d+)-0?(\d+)$/, '$1年$2月')

/** @type {Page} */
export const report = {
  path: '/report',
  menu: '期間の報告',
  needs: 'reportContracts',
  load: async ({ ask, query, who: { today } }) => {
    const { from = `${today.slice(0, 7)}-01`, until = today } = query
    const found = await ask('reportContracts', {}, { from, until })
    const { totals } = found
    return {
      title: '期間の契約状況',
      lead: '審査登録機関への報告に使う数字です。様式は当社のものです。',
      blocks: [
        {
          kind: 'filter',
          path: '/report',
          fields: [
            { name: 'from', label: '初日', kind: 'day', initial: from },
            { name: 'until', label: '最終日', kind: 'day', initial: until },
          ],
          submit: 'この期間で数える',
        },
        {
          kind: 'links',
          items: [
            {
              text: 'CSV で保存する',
              saves: 'downloadContractReport',
              as: `契約状況-${from}-${until}.csv`,
              query: { from, until },
            },
          ],
        },
        {
          kind: 'facts',
          heading: `${dayInWords(found.from)}から${dayInWords(found.until)}まで`,
          rows: [
            ['実施主体', found.entityName],
            ['作った時', inJapan(found.madeAt)],
            ['期末の契約', `${count(totals.live)}件`],
            ['新規', `${count(totals.new)}件`],
            ['終了', `${count(totals.ended)}件`],
            ['引継ぎ', `${count(totals.takenOver)}件`],
            [
              '個別契約の例外',
              [
                `${count(totals.exceptions)}件`,
                `例外の効いているもの ${count(totals.exceptionsInForce)}件`,
                `期限切れ・取下げのもの ${count(totals.exceptionsLapsed)}件`,
              ],
            ],
            [
              '紙の契約の本人の確認',
              [
                `確認された ${count(totals.confirmed)}件`,
                `異議のある ${count(totals.disputed)}件`,
                `返事を待つ ${count(totals.awaitingConfirmation)}件（うち、30日を過ぎても返事のない ${count(totals.unanswered)}件）`,
              ],
            ],
          ],
        },
        {
          kind: 'table',
          heading: '販売者ごと',
          columns: ['販売者', '段階', ...tallied],
          rows: found.byReseller.map((one) => [
            one.name,
            one.stage === 'direct' ? '直接の契約' : word(resellerStages, one.stage),
            ...tally(one),
          ]),
          none: '契約はありません。',
        },
        {
          kind: 'table',
          heading: '種類ごと',
          columns: ['種類', ...tallied],
          rows: found.byMonitoringType.map((one) => [word(monitoringTypes, one.monitoringType), ...tally(one)]),
          none: '契約はありません。',
        },
        {
          kind: 'table',
          heading: '都道府県ごと',
          columns: ['都道府県', ...tallied],
          rows: found.byPrefecture.map((one) => [one.prefecture, ...tally(one)]),
          none: '契約はありません。',
        },
        {
          kind: 'table',
          heading: '月ごと',
          columns: ['月', '新規', '終了', '引継ぎ'],
          rows: found.byMonth.map((one) => [
            monthInWords(one.month),
            ...[one.new, one.ended, one.takenOver].map(count),
          ]),
          none: '動きはありません。',
        },
        {
          kind: 'table',
          heading: '続いている提供困難案件',
          columns: ['再販協力会社', '事由', '責任の始まり', '対象の契約'],
          rows: found.openDiscontinuances.map((one) => [
            { text: one.resellerName, to: `#/cases/${one.discontinuanceId}` },
            word(grounds, one.ground),
            inJapan(one.since),
            one.contracts === null ? '確定の途中' : `${count(one.contracts)}件`,
          ]),
          none: 'ありません。',
        },
        {
          kind: 'form',
          name: 'recount',
          heading: '台帳から数え直して照合する',
          lead: ['この期間の数字を、台帳から別の方法で数え直します。'],
          call: 'recountContracts',
          fields: [
            { name: 'from', label: '初日', kind: 'day', initial: from },
            { name: 'until', label: '最終日', kind: 'day', initial: until },
          ],
          submit: '数え直す',
          done: ({ operationId }) => ({ say: '数え直しを受け付けました。', to: `#/operations/${operationId}` }),
        },
      ],
    }
  },
}
