// @ts-check
import * as names from '../words.js'
import { word } from '../words.js'
import { count, dayInWords, inJapan } from './common.js'

/** @typedef {import('../shapes.js').Answer<'getContract'>} Contract */

/** @param {Contract} contract @returns {readonly (readonly [string, string | readonly string[]])[]} */
export const preparation = ({ explanation, link, document, entry }) => [
  ['書面', `第${document.revision}稿`],
  [
    '説明の記録',
    explanation
      ? [
          `${dayInWords(explanation.on)} ${word(names.methods, explanation.method)}`,
          explanation.listed === false
            ? '説明した項目は、記録にありません'
            : `${count(explanation.items.length)}項目: ${explanation.items.map((item) => word(names.disclosureItems, item)).join('、')}`,
        ]
      : 'まだありません',
  ],
  [
    entry ? 'ユーザーに送ったリンク' : '署名用リンク',
    link
      ? [
          `${inJapan(link.expiresAt)}まで`,
          link.passed ? '本人の確認コードが通りました' : `確認コードの送付 ${count(link.codesSent)}回`,
        ]
      : '開いていません',
  ],
]
