// @ts-check
import * as names from '../words.js'
import { optionsOf, word } from '../words.js'
import { inJapan } from './common.js'
import { validDays } from './contract-forms.js'

/**
 * What an SME consented to, with its receipts; and the links by which it can say so itself.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Answer<'getContract'>} Contract
 * @typedef {import('../shapes.js').Answer<'listConsents'>['items'][number]} Receipt
 * @typedef {{ params: { contractId: string }, here: string }} Of
 */

/** @type {readonly Field[]} */
const asked = [
  { name: 'askedBy', label: '意思を示した人の氏名' },
  { name: 'how', label: '示した方法', kind: 'choice', options: optionsOf(names.channels) },
]

const abroad = ['kind', 'foreignPersonalData']

/** @type {(of: Of, kinds: readonly (readonly [string, string])[]) => Form} */
const giving = ({ params, here }, kinds) => ({
  kind: 'form',
  name: 'give',
  heading: 'ユーザーの同意を記録する',
  lead: ['ユーザーが自分のページで同意できるときは、そちらをお勧めします。記録すると、控えがユーザーへ届きます。'],
  call: 'giveConsent',
  params,
  fields: [
    { name: 'kind', label: '同意の種類', kind: 'choice', options: kinds },
    ...asked,
    {
      name: 'abroad.country',
      label: '提供先の国（2文字のコード）',
      kind: 'code',
      hint: 'アメリカ合衆国なら US。',
      when: abroad,
    },
    { name: 'abroad.regime', label: 'その国の個人情報の保護に関する制度', kind: 'long', when: abroad },
    { name: 'abroad.measures', label: '提供先が講じる措置', kind: 'long', when: abroad },
  ],
  places: { consent: 'kind', abroad: 'abroad.country' },
  submit: '記録する',
  done: () => ({ say: '同意を記録しました。', to: here }),
})

/** @type {(of: Of, kinds: readonly (readonly [string, string])[]) => Form} */
const takingBack = ({ params, here }, kinds) => ({
  kind: 'form',
  name: 'withdraw',
  heading: '同意の撤回を記録する',
  lead: ['同意は、いつでも撤回できます。撤回の前に行ったことは、そのまま有効です。'],
  call: 'withdrawConsent',
  params,
  fields: [{ name: 'kind', label: '撤回する同意', kind: 'choice', options: kinds }, ...asked],
  places: { consent: 'kind' },
  submit: '撤回を記録する',
  done: () => ({ say: '同意の撤回を記録しました。', to: here }),
})

/** @type {(of: Of) => Form} */
const ownLink = ({ params, here }) => ({
  kind: 'form',
  name: 'own-link',
  heading: 'ご契約ページのリンクを送る',
  lead: [
    'ユーザーが自分の契約を見て、同意したり、撤回したり、解約を申し出たりできるページです。',
    'これまでに送ったほかのリンクは、使えなくなります。',
  ],
  call: 'sendOwnLink',
  params,
  fields: [validDays],
  submit: '送る',
  done: () => ({ say: 'ご契約ページのリンクを送りました。', to: here }),
})

/** @type {(of: Of) => Form} */
const askingAgain = ({ params, here }) => ({
  kind: 'form',
  name: 'ask-confirmation',
  heading: '紙の契約の確認を、もう一度お願いする',
  lead: ['間違いがないかを確かめるリンクを、もう一度送ります。前のリンクは使えなくなります。'],
  call: 'askConfirmation',
  params,
  fields: [validDays],
  submit: '送る',
  done: () => ({ say: '確認のお願いを送りました。', to: here }),
})

/** @type {(receipts: readonly Receipt[]) => import('../shapes.js').Table} */
const receiptTable = (receipts) => ({
  kind: 'table',
  heading: '同意と撤回の控え',
  columns: ['いつ', '同意の種類', 'だれが', '示した文面'],
  rows: [...receipts]
    .sort((one, other) => other.seq - one.seq)
    .map(({ at, kind, what, by, askedBy, how, signer, text }) => [
      inJapan(at),
      [word(names.consentKinds, kind), what === 'given' ? '同意' : '撤回'],
      by === 'sme'
        ? [signer ? `${signer.name}（${signer.title}）` : '氏名の記録がありません', 'ユーザー自身（ご契約ページ）']
        : [`${askedBy ?? ''}（${word(names.channels, how)}）`, '販売者が記録'],
      text.length > 0 ? text : '（撤回には文面がありません）',
    ]),
  none: '署名のあとの同意と撤回は、まだありません。',
})

/** @type {(contract: Contract) => import('../shapes.js').Table} */
const standing = ({ consents }) => ({
  kind: 'table',
  heading: 'いまの同意',
  columns: ['同意の種類', 'いま', 'いつから'],
  rows: Object.entries(names.consentKinds).map(([kind, label]) => {
    const now = consents.find((one) => one.kind === kind)
    return [label, now ? word(names.consentStages, now.stage) : 'まだありません', now ? inJapan(now.at) : 'なし']
  }),
  none: 'まだありません。',
})

/** @type {Page} */
export const consents = {
  path: '/contracts/:contractId/consents',
  needs: 'listConsents',
  load: async ({ ask, params }) => {
    const [found, receipts] = await Promise.all([ask('getContract', params), ask('listConsents', params)])
    const { contractId, stage, sme, confirmation } = found
    const of = { params: { contractId }, here: `#/contracts/${contractId}/consents` }
    const given = found.consents.filter((one) => one.stage === 'given').map(({ kind }) => String(kind))
    const all = optionsOf(names.consentKinds)
    const [stands, lacks] = [
      all.filter(([kind]) => given.includes(kind)),
      all.filter(([kind]) => !given.includes(kind)),
    ]
    const live = stage === 'live'
    return {
      title: `${sme.name} の同意と本人の確認`,
      back: { text: '契約', to: `#/contracts/${contractId}` },
      blocks: [
        { kind: 'facts', rows: [['本人の確認', word(names.confirmations, confirmation)]] },
        standing(found),
        ...(live ? [ownLink(of)] : []),
        ...(live && confirmation === 'awaiting' ? [askingAgain(of)] : []),
        ...(live && lacks.length > 0 ? [giving(of, lacks)] : []),
        ...(live && stands.length > 0 ? [takingBack(of, stands)] : []),
        receiptTable(receipts.items),
      ],
    }
  },
}
