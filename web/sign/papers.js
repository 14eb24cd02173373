// @ts-check
import { readOwnPapers } from './api.js'
import { addPapers } from './files.js'
import { dayInWords } from './japanese.js'
import { copyOf, fill, onPress, part, show } from './view.js'

/**
 * The papers of a contract, to save: of one that has ended until the day of retention, of one that runs beside its own
 * page.
 *
 * @typedef {import('./api.js').OwnPapersView} Papers
 * @typedef {Papers['papers'][number]} Paper
 */

const kinds = {
  contract: '契約書・重要事項のご説明',
  certificate: '署名証明書',
  takeoverNotice: '引継ぎのお知らせ',
}

/** Name of a paper as its button says it, with what tells it from another of its kind. @param {Paper} paper */
const labelOf = ({ what, on, revision }) =>
  `${kinds[what]}（${revision === null ? '' : `第${revision}版、`}${dayInWords(on)}）`

/** @param {Papers} papers */
const saveYourself = ({ endedOn, keepUntil }) => {
  const self = '大切な書面です。お客様ご自身で、パソコンなどに保存してください。'
  if (!endedOn || !keepUntil) return self
  return `${self}${dayInWords(keepUntil)}を過ぎると、お渡しできません。`
}

/**
 * @param {Papers} papers
 * @param {string} token
 * @param {(() => void) | undefined} back to the own page; absent where the contract has ended
 */
export const showPapers = (papers, token, back) => {
  const screen = copyOf('papers')
  const { endedOn, keepUntil } = papers
  fill(screen, {
    service: papers.serviceName,
    sme: papers.smeName,
    keep: saveYourself(papers),
    desk: papers.helpDesk,
    keeper: papers.keeper,
    number: papers.shortNumber,
  })
  const over = endedOn ? `このご契約は、${dayInWords(endedOn)}に終わっています。` : ''
  const until = endedOn && keepUntil ? `書面の控えは、${dayInWords(keepUntil)}まで、ここから保存できます。` : ''
  part(screen, 'lead').textContent = `${over}${until}`
  part(screen, 'none').hidden = papers.papers.length > 0
  addPapers(
    part(screen, 'files'),
    token,
    papers.papers.map((paper) => ({
      name: /** @type {const} */ (`papers/${paper.name.replace(/\.pdf$/, '')}`),
      label: labelOf(paper),
    })),
    'ページを読み込み直し、確認コードをもう一度受け取ると、保存できます。',
  )
  part(screen, 'unsealed').hidden = papers.papers.every(({ sealed }) => sealed)
  part(screen, 'back').hidden = !back
  if (back) onPress(screen, 'back', back)
  show(screen, `書面の控え ${papers.serviceName}`)
}

/**
 * Reads the papers and shows them; gives back the problem where they cannot be read.
 * @param {string} token
 * @param {() => void} [back]
 */
export const openPapers = async (token, back) => {
  const reply = await readOwnPapers(token)
  if (!reply.ok) return reply.problem
  showPapers(reply.value, token, back)
  return null
}
