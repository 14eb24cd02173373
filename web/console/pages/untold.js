// @ts-check
import { letters, tellings } from '../words-of-letters.js'
import { optionsOf, word } from '../words.js'
import { enough, following, inJapan } from './common.js'

/**
 * Letters that did not reach their SME: who is to be told by telephone or post, and that somebody was.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Visit} Visit
 * @typedef {import('../shapes.js').Block} Block
 * @typedef {import('../shapes.js').Answer<'listUntoldLetters'>['items'][number]} Line
 * @typedef {import('../shapes.js').Answer<'getContract'>} Contract
 */

const list = '/untold-letters'

/** @type {(of: { contractId: string, deliveryId: string }) => string} */
const tellingOf = ({ contractId, deliveryId }) => `#/contracts/${contractId}/letters/${deliveryId}`

/** @type {(lines: readonly Line[], none: string, heading?: string) => import('../shapes.js').Table} */
const table = (lines, none, heading) => ({
  kind: 'table',
  ...(heading ? { heading } : {}),
  columns: ['ユーザー', 'お知らせ', '送った日時', '届かなかった理由', 'ご担当', 'メール', '電話'],
  rows: lines.map((line) => [
    { text: line.sme.name, to: tellingOf(line) },
    word(letters, line.letter),
    inJapan(line.sentAt),
    line.causeInWords,
    line.person ?? 'なし',
    line.mail ?? 'なし',
    line.phone ?? 'なし',
  ]),
  none,
})

const few = 10

/**
 * What of it waits on the home page: the first few, with the way to all.
 * @param {Visit} visit @returns {Promise<readonly Block[]>}
 */
export const untoldAtHome = async ({ ask }) => {
  const page = await enough((cursor) => ask('listUntoldLetters', {}, { cursor }), undefined, few)
  if (page.items.length === 0) return []
  const isMore = page.items.length > few || page.nextCursor !== null
  return [
    table(page.items.slice(0, few), '', '電話か郵便で知らせるもの（メールでは届きませんでした）'),
    ...(isMore ? [/** @type {const} */ ({ kind: 'links', items: [{ text: 'すべて見る', to: `#${list}` }] })] : []),
  ]
}

/** What of it is owed on one contract. @param {Contract} contract @returns {readonly Block[]} */
export const untoldOn = ({ contractId, untold = [] }) =>
  untold.length > 0
    ? [
        {
          kind: 'table',
          heading: '届かなかったお知らせ（電話か郵便で知らせてください）',
          columns: ['お知らせ', '送った日時', '届かなかった理由'],
          rows: untold.map(({ deliveryId, letter, sentAt, causeInWords }) => [
            { text: word(letters, letter), to: tellingOf({ contractId, deliveryId }) },
            inJapan(sentAt),
            causeInWords,
          ]),
          none: '',
        },
      ]
    : []

/** @type {Page} */
export const untoldLetters = {
  path: list,
  menu: '届かなかったお知らせ',
  needs: 'listUntoldLetters',
  load: async ({ ask, query }) => {
    const page = await enough((cursor) => ask('listUntoldLetters', {}, { ...query, cursor }), query['cursor'])
    return {
      title: '届かなかったお知らせ',
      lead: 'メールでは届かなかったお知らせです。電話・郵便・訪問でユーザーに知らせ、知らせたことを記録してください。',
      blocks: [
        table(
          page.items,
          page.nextCursor ? 'このページにはありません。続きを見てください。' : '届かなかったお知らせはありません。',
        ),
        ...following(list, query, page.nextCursor),
      ],
    }
  },
}

/** One of them: what it said, why it did not arrive, and the record that somebody told it. @type {Page} */
export const untoldLetter = {
  path: '/contracts/:contractId/letters/:deliveryId',
  needs: 'tellLetter',
  load: async ({ ask, params, who }) => {
    const { contractId = '', deliveryId = '' } = params
    const [{ sme, stage, resellerId, untold = [] }, { disclosure }] = await Promise.all([
      ask('getContract', { contractId }),
      ask('getDisclosure', { contractId }),
    ])
    const letter = untold.find((one) => one.deliveryId === deliveryId)
    const { signatory, noticeContact } = disclosure.sme
    const back = `#/contracts/${contractId}`
    return {
      title: `${sme.name} に届かなかったお知らせ`,
      back: { text: '契約', to: back },
      blocks: letter
        ? [
            {
              kind: 'facts',
              rows: [
                ['お知らせ', word(letters, letter.letter)],
                ['送った日時', inJapan(letter.sentAt)],
                ['届かなかった理由', letter.causeInWords],
                ['ユーザー', [sme.name, sme.prefecture]],
                ['ご担当', signatory ? `${signatory.name}（${signatory.title}）` : 'なし'],
                ['電話', signatory?.phone ?? noticeContact.phone ?? 'なし'],
                ['届かなかったあて先', signatory?.mail ?? noticeContact.mail ?? 'なし'],
              ],
            },
            // While a contract is prepared, only its own seller acts on it.
            stage === 'offered' && resellerId !== (who.role.startsWith('entity') ? null : who.tenant)
              ? {
                  kind: 'words',
                  tone: 'notice',
                  lines: ['署名の前の契約は、販売する再販協力会社がユーザーに知らせ、記録します。'],
                }
              : telling({ contractId, deliveryId }, who.today, back),
          ]
        : [
            {
              kind: 'words',
              tone: 'notice',
              lines: [
                'このお知らせは、もう知らせる必要がありません。知らせたことが記録されたか、用件が終わっています。',
              ],
            },
          ],
    }
  },
}

/** @type {(params: { contractId: string, deliveryId: string }, today: string, back: string) => import('../shapes.js').Form} */
const telling = (params, today, back) => ({
  kind: 'form',
  name: 'tell',
  heading: '知らせたことを記録する',
  lead: ['記録すると、この一覧から消えます。いつ、だれに、どの方法で知らせたかは、契約の記録に残ります。'],
  call: 'tellLetter',
  params,
  open: true,
  fields: [
    { name: 'by', label: '知らせた方法', kind: 'choice', options: optionsOf(tellings) },
    { name: 'on', label: '知らせた日', kind: 'day', initial: today },
    { name: 'spokeTo', label: '知らせた相手の氏名', optional: true, hint: '郵便のときは、あて名を入れてください。' },
    {
      name: 'note',
      label: '知らせた人と、知らせた内容',
      kind: 'long',
      optional: true,
      hint: '例 営業部の坂田から、ご契約の成立と書面の受け取り方をお伝えした。',
    },
  ],
  submit: '記録する',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '知らせたことを記録しました。', to: back }),
})
