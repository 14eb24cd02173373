// @ts-check
import { count, inJapan } from './common.js'

/**
 * How far a case is: the takeovers being opened, then what becomes of each.
 *
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getDiscontinuance'>} Case
 */

/** @type {(found: Case) => readonly import('../shapes.js').Block[]} */
export const progress = ({
  takeovers: { opened, told, settled },
  list,
  reached,
  late,
  discontinuanceId,
  countedAt,
  counting,
}) => {
  const total = opened + told + settled
  if (countedAt === null) {
    const line = reached
      ? '契約が多いので、数えています。終わると、ここに進み具合が出ます。'
      : '起票が終わると、ここに進み具合が出ます。'
    return [{ kind: 'words', heading: '引継ぎの進み具合', lines: [line] }]
  }
  return [
    {
      kind: 'progress',
      heading: '引継ぎの進み具合',
      label: `全${count(total)}件のうち${count(settled)}件の行き先が決まりました。残り${count(opened + told)}件です。`,
      done: settled,
      total,
    },
    {
      kind: 'facts',
      rows: [
        ['通知前', { text: `${count(opened)}件`, to: `#/cases/${discontinuanceId}/takeovers?stage=opened` }],
        [
          '通知済み（行き先は未定）',
          { text: `${count(told)}件`, to: `#/cases/${discontinuanceId}/takeovers?stage=told` },
        ],
        [
          '行き先が決まったもの',
          { text: `${count(settled)}件`, to: `#/cases/${discontinuanceId}/takeovers?stage=settled` },
        ],
        [
          '対象の契約',
          list
            ? [`${count(list.contracts)}件で確定`, `取りやめになった起案・署名待ち ${count(list.voided)}件`]
            : '確定の途中です',
        ],
        ['引継ぎの起票', reached ? '済み' : '続いています'],
        ['数えた日時', counting ? `${inJapan(countedAt)}（いま数え直しています）` : inJapan(countedAt)],
        ['お知らせが届いていないユーザー', { text: '一覧を見る', to: `#/cases/${discontinuanceId}/unreached` }],
        ['あとから見つかった契約', `${count(late)}件`],
      ],
    },
  ]
}

/**
 * The takeovers being opened: how many are done, how fast, and when it will be over.
 * @type {(fanOut: import('../shapes.js').Answer<'getFanOut'>) => readonly import('../shapes.js').Block[]}
 */
export const opening = ({ contracts, done, left, reached, perMinute, expectedEndAt }) =>
  reached || contracts === null
    ? []
    : [
        {
          kind: 'progress',
          heading: '引継ぎの起票',
          label: `全${count(contracts)}件のうち${count(done)}件を起票しました。残り${count(left ?? 0)}件です。${
            perMinute && expectedEndAt
              ? `毎分${count(perMinute)}件、${inJapan(expectedEndAt)}ごろ終わる見込みです。`
              : ''
          }責任は、承認の時刻にすべて移っています。`,
          done,
          total: contracts,
        },
      ]

/** A case that is too large to be counted as it is read is counted when somebody asks. @type {(found: Case) => Form} */
export const tallying = ({ discontinuanceId }) => ({
  kind: 'form',
  name: 'tally',
  heading: '引継ぎを数え直す',
  lead: ['契約が多い案件は、開くたびには数えません。いまの件数を知りたいときに、数え直してください。'],
  call: 'tallyTakeovers',
  params: { discontinuanceId },
  fields: [],
  submit: '数え直す',
  done: () => ({ say: '数え直しています。しばらくすると、新しい件数が出ます。', to: `#/cases/${discontinuanceId}` }),
})

// As the platform has it: up to so many are counted whenever the case is read.
const countedAsRead = 2_000
export const isLarge = (/** @type {Case} */ { list, late }) => (list?.contracts ?? 0) + late > countedAsRead
