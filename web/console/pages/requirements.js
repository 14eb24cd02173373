// @ts-check
import { parties, requirementStages, word } from '../words.js'
import { dayInWords } from './common.js'

/**
 * What a reseller owes before it may sell: the list, and a form for each thing that this person's side supplies.
 *
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Answer<'getReseller'>} Reseller
 */

/** @type {Readonly<Record<string, { label: string, lead?: readonly string[], fields: readonly Field[] }>>} */
const supplies = {
  corporateNumber: {
    label: '法人番号を出す',
    fields: [{ name: 'corporateNumber', label: '法人番号', kind: 'code', hint: '13桁の数字です。' }],
  },
  representative: {
    label: '代表者を出す',
    fields: [
      { name: 'name', label: '代表者の氏名' },
      { name: 'title', label: '役職' },
    ],
  },
  contact: {
    label: '担当窓口を出す',
    fields: [
      { name: 'name', label: '担当者の氏名' },
      { name: 'mail', label: 'メール', kind: 'mail' },
      { name: 'phone', label: '電話', kind: 'tel' },
    ],
  },
  pledge: {
    label: 'サービス基準を守る旨を誓約する',
    lead: ['サービス基準のすべての条を守ることを、再販協力会社として誓約します。'],
    fields: [
      { name: 'edition', label: '誓約する基準の版', kind: 'code', initial: '1.2' },
      { name: 'pledgedBy', label: '誓約する人の氏名' },
      { name: 'pledgedOn', label: '誓約した日', kind: 'day' },
    ],
  },
  training: {
    label: '説明資料についての教育を記録する',
    fields: [
      { name: 'material', label: '教育に使った資料（名称と版）' },
      { name: 'attendees', label: '受けた人数', kind: 'number' },
      { name: 'completedOn', label: '終えた日', kind: 'day' },
    ],
  },
  resaleAgreement: {
    label: '再販契約書を記録する',
    lead: [
      'ファイルは送られません。あとで同じ書面であることを確かめられるように、その指紋（SHA-256）だけを記録します。',
    ],
    fields: [
      { name: 'documentSha256', label: '再販契約書のファイル', kind: 'print' },
      { name: 'agreedOn', label: '契約を結んだ日', kind: 'day' },
    ],
  },
}

/** @type {(reseller: Reseller) => import('../shapes.js').Table} */
export const requirementTable = ({ requirements }) => ({
  kind: 'table',
  heading: '要件',
  columns: ['要件', '出す者', '期限', 'いまの状態'],
  rows: requirements.map(({ what, suppliedBy, dueOn, stage, metOn }) => [
    what.ja,
    word(parties, suppliedBy),
    dayInWords(dueOn),
    metOn ? `${word(requirementStages, stage)}（${dayInWords(metOn)}）` : word(requirementStages, stage),
  ]),
  none: '要件はありません。',
})

/** @type {(reseller: Reseller, side: 'reseller' | 'implementingEntity', back: string) => readonly import('../shapes.js').Form[]} */
export const supplyForms = ({ resellerId, requirements, stage }, side, back) =>
  stage === 'discontinued'
    ? []
    : requirements
        .filter(({ suppliedBy }) => suppliedBy === side)
        .flatMap(({ code, stage: met, what }) => {
          const supply = supplies[code]
          if (!supply) return []
          return [
            {
              kind: 'form',
              name: code,
              heading: met === 'met' ? `${supply.label}（出し直す）` : supply.label,
              ...(supply.lead ? { lead: supply.lead } : {}),
              call: 'supplyRequirement',
              params: { resellerId },
              fields: supply.fields,
              fixed: { code },
              submit: '記録する',
              done: () => ({ say: `「${what.ja}」を記録しました。`, to: back }),
            },
          ]
        })
