// @ts-check
import { word } from '../words.js'

/** @typedef {import('../shapes.js').Answer<'getContract'>} Contract */

/** What an SME said to a text. */
const spoken = { signed: '署名した方', confirmed: '記録を確認した方', disputed: '違うところを伝えた方' }

/** How a dispute was answered. */
const ways = { corrected: '記録を直した', kept: '記録は変えずに答えた', annulled: '契約を無効とした' }

/** What the SME said against the record of its paper contract, and the answer. @param {Contract} contract @returns {readonly (readonly [string, string | readonly string[]])[]} */
export const disputed = ({ disputes = [] }) =>
  disputes.map(({ what, signer, answer }) => [
    '記録と違うという申出',
    [
      signer ? `${what}（${signer.name}、${signer.title}）` : what,
      answer ? `${word(ways, answer.way)}${answer.words === null ? '' : `: ${answer.words}`}` : 'まだ答えていません',
    ],
  ])

/** Whom the text names as who signs, and who spoke. @param {Contract} contract @returns {readonly (readonly [string, string | readonly string[]])[]} */
export const people = ({ addressee, signer, confirmation }) => [
  ['署名をお願いした方', addressee ? `${addressee.name}（${addressee.title}）` : '書面に署名者の記載がありません'],
  ...(signer
    ? [
        /** @type {const} */ ([
          word(spoken, signer.said),
          [
            signer.name === null ? '記録がありません' : `${signer.name}（${signer.title}）`,
            `第${signer.revision}稿について`,
            ...(signer.isAddressee === false ? ['署名をお願いした方とは別の方です'] : []),
          ],
        ]),
      ]
    : confirmation === 'awaiting'
      ? [/** @type {const} */ (['記録を確認した方', 'まだいません'])]
      : []),
]
