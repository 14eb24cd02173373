// @ts-check
import { may } from '../calls.js'
import { obligations } from '../obligation-words.js'
import { word } from '../words.js'
import { count } from './common.js'

/**
 * What an implementing entity sets for its own cases. The standard has no number for any of it.
 *
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getObligationSettings'>} ObligationSettings
 */

const to = '#/settings'

/** @type {(hours: number, usual: number) => Form} */
const approvalWindow = (hours, usual) => ({
  kind: 'form',
  name: 'window',
  heading: '提供困難の提案を承認できる時間',
  lead: [`定めがないときは${count(usual)}時間です（当社の定め）。いま承認を待っている提案の期限は変わりません。`],
  call: 'setApprovalWindow',
  fields: [{ name: 'hours', label: '時間数', kind: 'number', initial: String(hours) }],
  submit: '定める',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: ({ approvalWindowHours }) => ({ say: `承認できる時間を${count(approvalWindowHours)}時間に定めました。`, to }),
})

/** @type {(settings: ObligationSettings) => Form} */
const businessDays = ({ obligations: owed, noticeMail }) => ({
  kind: 'form',
  name: 'days',
  heading: '義務の期限と、期限を過ぎたときの通知先',
  lead: [
    '承認の日の翌日から数える営業日数です。これから承認する案件に効きます。通知先は、すぐに変わります。',
    '基準には日数の定めがありません。もとの日数は当社解釈です。',
  ],
  call: 'setObligationSettings',
  fields: [
    ...owed.map(({ code, businessDays: days, usualBusinessDays, clause }) => ({
      name: `businessDays.${code}`,
      label: word(obligations, code),
      kind: /** @type {const} */ ('number'),
      hint: `${clause}。定めがないときは${count(usualBusinessDays)}営業日です。`,
      initial: String(days),
    })),
    {
      name: 'noticeMail',
      label: '期限を過ぎたときの通知先',
      kind: /** @type {const} */ ('mail'),
      optional: true,
      orNull: true,
      initial: noticeMail ?? undefined,
      hint: '空のままにすると、通知は送られず、この画面でだけ分かります。',
    },
  ],
  submit: '定める',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '義務の期限と通知先を定めました。', to }),
})

/** @type {import('../shapes.js').Page} */
export const settings = {
  path: '/settings',
  menu: '設定',
  needs: 'getObligationSettings',
  load: async ({ ask, who }) => {
    const [owed, { approvalWindowHours, usualHours }] = await Promise.all([
      ask('getObligationSettings'),
      ask('getApprovalWindow'),
    ])
    return {
      title: '設定',
      lead: '提供困難案件の期限を、自社で定めます。',
      blocks: [
        {
          kind: 'facts',
          rows: [
            ['提案を承認できる時間', `${count(approvalWindowHours)}時間`],
            ...owed.obligations.map(
              ({ code, businessDays: days }) =>
                /** @type {const} */ ([word(obligations, code), `${count(days)}営業日`]),
            ),
            ['期限を過ぎたときの通知先', owed.noticeMail ?? '定めていません'],
          ],
        },
        ...(may(who.role, 'setApprovalWindow') ? [approvalWindow(approvalWindowHours, usualHours)] : []),
        ...(may(who.role, 'setObligationSettings') ? [businessDays(owed)] : []),
      ],
    }
  },
}
