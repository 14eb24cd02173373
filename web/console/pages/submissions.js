// @ts-check
import { may } from '../calls.js'
import { grounds, submissionStages, word } from '../words.js'
import { count, dayInWords, following, inJapan } from './common.js'

/**
 * Submissions to the authorities: drafted by the platform, sent by the implementing entity, received by whom they are for.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getSubmission'>} Submission
 * @typedef {import('../shapes.js').Answer<'listSubmissions'>['items'][number]} Line
 */

const addressee = (/** @type {string} */ to) => (to === 'ipa' ? 'IPA' : '審査登録機関')

const namedAtMost = 20

/** @type {Page} */
export const submissions = {
  path: '/submissions',
  menu: '報告',
  needs: 'listSubmissions',
  load: async ({ ask, who, query }) => {
    const { items, nextCursor } = await ask('listSubmissions', {}, query)
    const receives = may(who.role, 'acknowledgeSubmission')
    const isOpen = (/** @type {Line} */ { stage }) =>
      receives ? stage === 'sent' : stage === 'drafted' || stage === 'returned'
    // A line names nobody; for what is open, its content does.
    const named = new Map(
      await Promise.all(
        items
          .filter(isOpen)
          .slice(0, namedAtMost)
          .map(async ({ submissionId }) => {
            const { content } = await ask('getSubmission', { submissionId })
            const { name } = content.implementingEntity
            return /** @type {const} */ ([
              submissionId,
              'items' in content ? `${name} / ${content.title}` : `${name} / ${content.reseller.name}`,
            ])
          }),
      ),
    )
    const rowOf = (/** @type {Line} */ { submissionId, name, to, stage, sentAt, answeredAt }) => [
      { text: named.get(submissionId) ?? name.ja, to: `#/submissions/${submissionId}` },
      name.ja,
      addressee(to),
      word(submissionStages, stage),
      sentAt ? inJapan(sentAt) : '未送付',
      answeredAt ? inJapan(answeredAt) : 'まだ',
    ]
    const columns = ['届出・報告（実施主体 / 再販協力会社など）', '種類', 'あて先', '段階', '送った時', '答えた時']
    return {
      title: '報告',
      lead: '様式は当社のものです。',
      blocks: [
        {
          kind: 'table',
          heading: receives ? '答えを待っているもの' : '送るもの',
          columns,
          rows: items.filter(isOpen).map(rowOf),
          none: receives ? '答えを待っている報告はありません。' : '送る報告はありません。',
        },
        {
          kind: 'table',
          heading: 'そのほか',
          columns,
          rows: items.filter((one) => !isOpen(one)).map(rowOf),
          none: 'ありません。',
        },
        ...following('/submissions', query, nextCursor),
      ],
    }
  },
}

/** @typedef {import('../shapes.js').Facts['rows']} Rows */

/** @type {(content: Exclude<Submission['content'], { items: unknown }>) => Rows} */
const difficultyRows = (content) => [
  [
    '再販協力会社',
    [content.reseller.name, `法人番号 ${content.reseller.corporateNumber}`, content.reseller.prefecture],
  ],
  [
    'サービス',
    content.services.map(({ code, registrationNumber }) => `${code}（登録番号 ${registrationNumber ?? '未記録'}）`),
  ],
  ['事由', content.groundInWords || word(grounds, content.ground)],
  ['事由の生じた日', dayInWords(content.occurredOn)],
  ['経緯', content.statement.split(/\r?\n/)],
  ['実施主体の責任の始まり', inJapan(content.responsibleSince)],
  ['対象の契約', content.contracts === null ? '確定の途中です' : `${count(content.contracts)}件`],
  [
    '取りやめになった起案・署名待ち',
    content.voidedDrafts === null ? '確定の途中です' : `${count(content.voidedDrafts)}件`,
  ],
]

/** @type {(field: Submission['form'][number]) => string | readonly string[]} */
const filledIn = ({ is, mayBeOpen, says }) => {
  if (says === null) return mayBeOpen ? '未定' : '未記入'
  return is === 'day' ? dayInWords(says) : says.split(/\r?\n/)
}

/**
 * What a kind says in a shape of its own has its rows above; any other says it line by line.
 *
 * @type {(submission: Submission) => import('../shapes.js').Facts}
 */
const contentOf = ({ content, form }) => ({
  kind: 'facts',
  heading: '届出・報告の内容',
  rows: [
    ['表題', content.title],
    ['実施主体', [content.implementingEntity.name, `法人番号 ${content.implementingEntity.corporateNumber}`]],
    ...('items' in content
      ? content.items.map(({ label, says }) => /** @type {const} */ ([label, says]))
      : difficultyRows(content)),
    ...form.map((field) => /** @type {const} */ ([field.label.ja, filledIn(field)])),
  ],
})

/** @type {(submission: Submission, params: Readonly<Record<string, string>>) => Form} */
const sending = ({ form, to, stage }, params) => ({
  kind: 'form',
  name: 'send',
  heading: stage === 'returned' ? '直して送り直す' : `${addressee(to)}へ送る`,
  call: 'sendSubmission',
  params,
  fields: form.map(({ name, label, is, mayBeOpen, says }) => ({
    name,
    label: label.ja,
    kind: /** @type {const} */ ({ text: 'text', paragraphs: 'long', day: 'day' })[is],
    ...(mayBeOpen ? { optional: true, orNull: true } : {}),
    initial: says ?? undefined,
  })),
  submit: '送る',
  rehearse: { label: '送らずに確かめる', say: () => [] },
  done: () => ({ say: `${addressee(to)}へ報告を送りました。`, to: `#/submissions/${params['submissionId']}` }),
})

/** @type {(params: Readonly<Record<string, string>>) => readonly Form[]} */
const answering = (params) => [
  {
    kind: 'form',
    name: 'acknowledge',
    heading: '受領する',
    call: 'acknowledgeSubmission',
    params,
    fields: [{ name: 'receiptNumber', label: '受付番号' }],
    submit: '受領する',
    done: () => ({ say: '報告を受領しました。', to: `#/submissions/${params['submissionId']}` }),
  },
  {
    kind: 'form',
    name: 'return',
    heading: '差し戻す',
    call: 'returnSubmission',
    params,
    fields: [{ name: 'reason', label: '差し戻す理由', kind: 'long' }],
    submit: '差し戻す',
    done: () => ({ say: '報告を差し戻しました。', to: `#/submissions/${params['submissionId']}` }),
  },
]

/** @type {Page} */
export const submission = {
  path: '/submissions/:submissionId',
  needs: 'getSubmission',
  load: async ({ ask, params, who }) => {
    const found = await ask('getSubmission', params)
    const { stage, name, to, sentAt, answeredAt, discontinuanceId } = found
    const sends = may(who.role, 'sendSubmission')
    return {
      title: `${addressee(to)}への報告`,
      back: { text: '報告', to: '#/submissions' },
      blocks: [
        {
          kind: 'facts',
          rows: [
            ['種類', name.ja],
            ['段階', word(submissionStages, stage)],
            ['送った時', sentAt ? inJapan(sentAt) : '未送付'],
            ['答えのあった時', answeredAt ? inJapan(answeredAt) : 'まだ'],
            ...(sends && discontinuanceId
              ? /** @type {const} */ ([['案件', { text: '提供困難案件を見る', to: `#/cases/${discontinuanceId}` }]])
              : []),
          ],
        },
        contentOf(found),
        ...(sends && (stage === 'drafted' || stage === 'returned') ? [sending(found, params)] : []),
        ...(may(who.role, 'acknowledgeSubmission') && stage === 'sent' ? answering(params) : []),
      ],
    }
  },
}
