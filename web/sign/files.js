// @ts-check
import { readPaper } from './api.js'
import { announce, complain, element, working } from './view.js'
import { inWords, said } from './words.js'

/**
 * Papers to keep: each a button that saves a PDF.
 *
 * @typedef {Parameters<typeof readPaper>[0]} Name
 * @typedef {{ name: Name, label: string }} Paper
 * @typedef {keyof typeof names} Usual
 */

const names = {
  document: '署名の前の書面',
  'contract/document': '契約書・重要事項のご説明',
  'contract/signing-certificate': '署名証明書',
}

/** The token runs out a while after the code; what then helps depends on where the person stands. */
const isOver = (/** @type {string} */ kind) => ['not-signed-in', 'not-permitted', 'link-not-usable'].indexOf(kind) >= 0

/**
 * @param {HTMLElement} place
 * @param {string} token
 * @param {readonly Usual[]} papers
 * @param {string} over what to do once the token is no longer good
 */
export const addFiles = (place, token, papers, over) =>
  addPapers(
    place,
    token,
    papers.map((name) => ({ name, label: names[name] })),
    over,
  )

/**
 * @param {HTMLElement} place
 * @param {string} token
 * @param {readonly Paper[]} papers
 * @param {string} over what to do once the token is no longer good
 */
export const addPapers = (place, token, papers, over) => {
  for (const { name, label } of papers) {
    const trouble = element('div', '', 'trouble')
    trouble.setAttribute('role', 'alert')
    const save = element('button', `${label}を保存する（PDF）`, 'quiet')
    save.setAttribute('type', 'button')
    save.addEventListener('click', () => {
      complain(trouble, null)
      let told = ''
      const get = async () => {
        const reply = await readPaper(name, token)
        if (reply.ok) {
          saveAs(reply.value.blob, `${label}-${reply.value.name}`)
          told = `${label}を保存しました。`
          return
        }
        const { kind } = reply.problem
        complain(trouble, isOver(kind) ? said('保存できる時間が過ぎました', over) : inWords(reply.problem))
      }
      void working(save, get, '用意しています').then(() => announce(told))
    })
    place.appendChild(trouble)
    place.appendChild(save)
  }
}

/** @param {Blob} file @param {string} name */
const saveAs = (file, name) => {
  const address = URL.createObjectURL(file)
  const link = element('a')
  link.setAttribute('href', address)
  link.setAttribute('download', name)
  // Some browsers follow only links that stand on the page.
  document.body.appendChild(link)
  link.click()
  document.body.removeChild(link)
  setTimeout(() => URL.revokeObjectURL(address), 60000)
}
