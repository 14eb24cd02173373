// @ts-check
import { may } from '../calls.js'
import { disclosureItems, optionsOf, word } from '../words.js'
import { dayInWords, inJapan } from './common.js'

/**
 * 様式の確認: who read the form of paper that was signed, and which disclosed items it states.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Answer<'listFormReadings'>['items'][number]} Reading
 */

const lead =
  '紙で結んだ契約では、開示事項は、ユーザーが確認するか、名前の記録された人が署名された様式を読んで記載を認めるまで、守られていると扱いません。契約を記録した担当者の申告だけでは足りません（当社解釈）。'

const items = optionsOf(disclosureItems)

/** @param {string} today @returns {readonly Field[]} */
const fieldsOf = (today) => [
  {
    name: 'formSha256',
    label: '署名された様式のファイル',
    kind: 'print',
    hint: 'ファイルは送られません。指紋（SHA-256）だけを記録します。',
  },
  { name: 'formName', label: '様式の名称', hint: '契約書や約款の題名と、その版が分かるように書きます。' },
  { name: 'readBy.name', label: '様式を読んだ人の氏名' },
  { name: 'readBy.title', label: '様式を読んだ人の役職' },
  { name: 'readOn', label: '様式を読んだ日', kind: 'day', initial: today },
  { name: 'stated', label: '記載があった開示事項', kind: 'ticks', options: items, optional: true },
  {
    name: 'notStated',
    label: '記載がなかった開示事項',
    kind: 'ticks',
    options: items,
    optional: true,
    hint: 'どちらにも印のない開示事項は、まだ確かめていないものとして残ります。',
  },
]

const mostRows = 1_000

/** Numbers and ranges such as 1-40; what is neither is left for the API to object to. @param {string} text @returns {readonly (number | string)[]} */
const rowsIn = (text) => {
  /** @type {(number | string)[]} */
  const rows = []
  for (const part of text.normalize('NFKC').split(/[\s,、]+/)) {
    const [, from, until = from] = /^(\d+)(?:[-~](\d+))?$/.exec(part) ?? []
    if (from === undefined || Number(until) - Number(from) > mostRows) rows.push(...(part === '' ? [] : [part]))
    else for (let row = Number(from); row <= Number(until); row += 1) rows.push(row)
  }
  return rows
}

/** @type {Form['done']} */
const done = ({ operationId }) => ({ say: '様式の確認を受け付けました。', to: `#/operations/${operationId}` })

/** @param {readonly string[]} codes */
const named = (codes) => (codes.length > 0 ? codes.map((code) => word(disclosureItems, code)).join('、') : 'なし')

/** @param {Reading} reading @returns {readonly (readonly string[] | string)[]} */
const rowOf = ({ readOn, readBy, formName, formSha256, stated, notStated, unread, recordedAt, newest }) => [
  [dayInWords(readOn), newest ? 'これによります' : '新しい確認に代わりました'],
  `${readBy.title} ${readBy.name}`,
  [formName, `指紋 ${formSha256.slice(0, 16)}…`],
  [
    `記載あり: ${named(stated)}`,
    `記載なし: ${named(notStated)}`,
    ...(unread.length > 0 ? [`未確認: ${named(unread)}`] : []),
  ],
  inJapan(recordedAt),
]

/** @type {Page} */
export const contractForm = {
  path: '/contracts/:contractId/form-reading',
  needs: 'listFormReadings',
  load: async ({ ask, params, who }) => {
    const { contractId = '' } = params
    const [{ sme, entry }, readings] = await Promise.all([ask('getContract', params), ask('listFormReadings', params)])
    return {
      title: `${sme.name} の契約の様式の確認`,
      lead,
      back: { text: '契約', to: `#/contracts/${contractId}` },
      blocks: [
        ...(entry === 'attested' && may(who.role, 'recordFormReading')
          ? [
              /** @type {Form} */ ({
                kind: 'form',
                name: 'read',
                heading: '様式の確認を記録する',
                lead: ['誤りは、新しい確認を記録して改めます。前の確認も台帳に残ります。'],
                call: 'recordFormReading',
                fields: fieldsOf(who.today),
                fixed: { on: { contractIds: [contractId] } },
                submit: '記録する',
                done,
              }),
            ]
          : []),
        {
          kind: 'table',
          heading: '様式の確認の記録',
          columns: ['読んだ日', '読んだ人', '様式', '開示事項', '記録した日時'],
          rows: readings.items.map(rowOf),
          none: '様式の確認は、まだ記録されていません。',
        },
      ],
    }
  },
}

/** @type {Page} */
export const bookForm = {
  path: '/operations/:operationId/form-reading',
  needs: 'recordFormReading',
  load: async ({ ask, params, who }) => {
    const { operationId, accepted } = await ask('getOperation', params)
    return {
      title: '取り込んだ契約の様式の確認',
      lead,
      back: { text: '取込みの結果', to: `#/operations/${operationId}` },
      blocks: [
        {
          kind: 'form',
          name: 'read',
          heading: '様式の確認を記録する',
          open: true,
          lead: [`この取込みで記録した契約は${accepted}件です。一つの様式で結んだ契約を、まとめて記録します。`],
          call: 'recordFormReading',
          fields: [
            ...fieldsOf(who.today),
            {
              name: 'on.rows',
              label: 'その様式で結んだ契約の行番号',
              optional: true,
              hint: '「1-40、45」のように書きます。一度に千行までです。空けておくと、この取込みで記録したすべての契約とします。',
            },
          ],
          shape: ({ on = {}, ...body }) => ({
            ...body,
            on: { operationId, ...(on.rows === undefined ? {} : { rows: rowsIn(String(on.rows)) }) },
          }),
          places: { on: 'on.rows' },
          submit: '記録する',
          done,
        },
      ],
    }
  },
}
