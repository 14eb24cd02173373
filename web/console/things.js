// @ts-check
import { archiveStages } from './archive-words.js'
import { obligationStages } from './obligation-words.js'
import * as names from './words.js'

/**
 * What the API calls a thing whose stage stood in the way, and its stages.
 *
 * @type {Readonly<Record<string, readonly [what: string, stages: import('./words.js').Names]>>}
 */
export const things = {
  contract: ['契約', { ...names.contractStages, ...names.entries }],
  reseller: ['再販協力会社', { ...names.resellerStages, open: '受付中', fenced: '受付停止中' }],
  takeover: ['引継ぎ', { ...names.contractStages, ...names.takeoverStages, none: 'なし' }],
  discontinuance: ['提供困難案件', names.caseStages],
  concern: ['提供困難のおそれ', names.concernStages],
  submission: ['報告', names.submissionStages],
  obligation: ['義務', obligationStages],
  confirmation: ['本人の確認', names.confirmations],
  consent: ['同意', { ...names.consentStages, none: '記録なし' }],
  amendment: ['変更の起案', { none: 'なし', proposed: '起案中' }],
  cancellation: ['解約', { none: '申出なし', requested: '申出あり', confirmed: '決まっています' }],
  contactChange: ['連絡先の変更', { none: 'なし', proposed: '承認待ち' }],
  letter: ['お知らせ', { sent: '届いていないとは分かっていない', told: 'ほかの方法で伝えた' }],
  archive: ['保管', { ...archiveStages, held: '保全中' }],
  service: ['サービス', { drafted: '公開前', published: '公開済み' }],
  export: ['書出し', { ...names.operationStages, cleared: '片付け済み' }],
  serviceVersion: ['サービスの版', { drafted: '公開前', published: '公開済み' }],
}
