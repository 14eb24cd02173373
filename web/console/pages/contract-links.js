// @ts-check
import { may } from '../calls.js'

/** @typedef {import('../shapes.js').Answer<'getContract'>} Contract */

/** Where what happens after the signature is done. @param {Contract} contract @param {import('../shapes.js').Person} who @returns {readonly import('../shapes.js').Links[]} */
export const afterSigning = ({ contractId, entry }, { role }) =>
  entry
    ? [
        {
          kind: 'links',
          items: [
            { text: '変更・更新', to: `#/contracts/${contractId}/changes` },
            { text: '同意と本人の確認', to: `#/contracts/${contractId}/consents` },
            ...(may(role, 'proposeContactChange')
              ? [{ text: '連絡先（署名で変えられないとき）', to: `#/contracts/${contractId}/contact` }]
              : []),
            { text: '保管と証拠', to: `#/contracts/${contractId}/archive` },
            ...(entry === 'attested' ? [{ text: '様式の確認', to: `#/contracts/${contractId}/form-reading` }] : []),
            { text: '通知と支援の記録', to: `#/contracts/${contractId}/provision` },
            { text: '解約・解除', to: `#/contracts/${contractId}/end` },
          ],
        },
      ]
    : []
