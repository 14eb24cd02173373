// @ts-check
import { parties, word } from '../words.js'
import { handoverKeepers, handoverStages } from '../words-of-readiness.js'
import { count, dayInWords } from './common.js'

/**
 * 引継ぎ資料: how far what is needed in a takeover lies ready, and a form for each thing this person's side may record.
 *
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'listHandover'>['items'][number]} Item
 */

/** @param {Item} item */
const place = ({ supplied }) => {
  if (!supplied) return '―'
  const { what, keptBy, custodian } = supplied
  return [what, `保管: ${custodian ?? word(handoverKeepers, keptBy)}`]
}

/** @param {Item} item */
const standing = ({ stage, supplied }) =>
  supplied ? [word(handoverStages, stage), `${dayInWords(supplied.goodUntil)}まで有効`] : word(handoverStages, stage)

/** @type {(items: readonly Item[]) => import('../shapes.js').Table} */
export const handoverTable = (items) => ({
  kind: 'table',
  heading: '引継ぎ資料',
  columns: ['資料', '出す者', '条項', '内容と保管先', 'いつの内容か', 'いまの状態'],
  rows: items.map((item) => [
    item.what.ja,
    word(parties, item.duty),
    item.clause,
    place(item),
    item.supplied ? dayInWords(item.supplied.asOf) : '―',
    standing(item),
  ]),
  none: '引継ぎ資料はありません。',
})

/** @type {(resellerId: string, items: readonly Item[], today: string, back: string) => readonly Form[]} */
export const handoverForms = (resellerId, items, today, back) =>
  items.map(({ code, what, supplied, ourReading, goodForDays }) => ({
    kind: 'form',
    name: `handover-${code}`,
    heading: supplied ? `「${what.ja}」を記録し直す` : `「${what.ja}」を記録する`,
    lead: [
      '記録するのは、どこに、だれが保管しているかだけです。パスワードなどの秘密は、ここには書かないでください。',
      `${ourReading.ja}${count(goodForDays)}日のあいだ有効とします。`,
    ],
    call: 'supplyHandover',
    params: { resellerId },
    fields: [
      { name: 'asOf', label: 'いつの内容か', kind: 'day', initial: today },
      { name: 'what', label: '資料の名称', hint: '例: 連絡先一覧（2026年10月版）' },
      {
        name: 'keptBy',
        label: '保管している者',
        kind: 'pick',
        options: Object.entries(handoverKeepers),
        hint: '再販協力会社だけが保管していると、引継ぎのときに取り出せないことがあります。',
      },
      {
        name: 'documentSha256',
        label: '資料のファイル',
        kind: 'print',
        optional: true,
        orNull: true,
        hint: 'ファイルは送られません。指紋（SHA-256）だけを記録します。なければ、保管者の名称を書きます。',
      },
      { name: 'custodian', label: '保管者の名称', optional: true, orNull: true },
    ],
    fixed: { code },
    submit: '記録する',
    done: () => ({ say: `「${what.ja}」を記録しました。`, to: back }),
  }))
