// @ts-check
/** The words for what is kept of a contract. @typedef {import('./words.js').Names} Names */

/** @type {Names} */
export const archiveStages = { none: 'まだ何も保管していません', kept: '保管中', disposed: '廃棄済み' }

/** @type {Names} */
export const sealedKinds = { contract: '契約書・重要事項のご説明', certificate: '署名証明書' }
