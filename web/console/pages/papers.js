// @ts-check
import { proposalKinds, word } from '../words.js'

/**
 * What of a contract can be read, printed and handed over.
 *
 * @typedef {import('../shapes.js').Answer<'getContract'>} Contract
 * @typedef {import('../calls.js').CallName} CallName
 */

/** @type {(contract: Contract) => readonly (readonly [call: CallName, what: string])[]} */
const papersOf = ({ entry, document, takeover }) => [
  ['printContract', '契約書・重要事項のご説明'],
  ['printInsuranceCover', '保険の説明資料の表紙'],
  // A contract attested from paper has a certificate once a change of it was signed here.
  ...(entry === 'signed' || (entry === 'attested' && document.revision > 1)
    ? [/** @type {const} */ (['printSigningCertificate', '署名証明書'])]
    : []),
  ...(takeover ? [/** @type {const} */ (['printTakeoverNotice', '引継ぎのお知らせ'])] : []),
]

/** The papers of a contract, each saved as a PDF. @type {(contract: Contract) => import('../shapes.js').Links} */
export const printable = (contract) => {
  const { contractId, sme } = contract
  return {
    kind: 'links',
    heading: '印刷する書面',
    items: papersOf(contract).map(([saves, what]) => ({
      text: `${what}を保存する（PDF）`,
      saves,
      as: `${what}-${sme.name}.pdf`,
      params: { contractId },
    })),
  }
}

/**
 * The whole text the SME is asked to sign, while a change or renewal is on its way.
 * @type {(contract: Contract) => readonly import('../shapes.js').Links[]}
 */
export const proposedPapers = ({ contractId, proposal, sme }) =>
  proposal
    ? [
        {
          kind: 'links',
          heading: `${word(proposalKinds, proposal.kind)}の書面`,
          items: [
            {
              text: 'これから署名していただく開示書面を読む',
              paper: 'getProposedDisclosurePage',
              params: { contractId },
            },
            {
              text: 'これから署名していただく開示書面をデータで保存する',
              saves: 'getProposedDisclosure',
              as: `開示書面-第${proposal.revision}稿-${sme.name}.json`,
              params: { contractId },
            },
          ],
        },
      ]
    : []
