// @ts-check
import * as names from '../words.js'
import { word } from '../words.js'
import { dayAfter, dayInWords, period, renewalInWords } from './common.js'
import { bindingOf, draftFields, draftPlaces } from './contract-fields.js'
import { explaining, offering } from './contract-forms.js'
import { proposedPapers } from './papers.js'

/**
 * Changes and renewals of a signed contract: what is proposed, how it differs, and its way to the signature.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Block} Block
 * @typedef {import('../shapes.js').Answer<'getContract'>} Contract
 */

/** @type {(contract: Contract) => import('../shapes.js').Facts} */
const standing = ({ document, terms, next, renewalAnnounced }) => ({
  kind: 'facts',
  heading: 'いまの契約',
  rows: [
    ['書面', `第${document.revision}稿`],
    ['契約期間', period({ from: terms.startOn, until: terms.endOn })],
    ['契約期間が終わったとき', renewalInWords(terms.renewal)],
    [
      '次の期間',
      next
        ? `${period({ from: next.startOn, until: next.endOn })}（署名済み、第${next.revision}稿）`
        : 'まだ決まっていません',
    ],
    ...(renewalAnnounced
      ? /** @type {const} */ ([
          [
            '自動更新',
            renewalAnnounced.held
              ? [
                  '止まっています。次の期間の条件が、いまの基準に合いません。',
                  '更新を起案し、ユーザーに署名していただいてください。それまで、いまの契約が続きます。',
                ]
              : `ユーザーへ予告しました。断れるのは${dayInWords(renewalAnnounced.answerBy)}までです。`,
          ],
        ])
      : []),
  ],
})

/** @type {(proposal: NonNullable<Contract['proposal']>) => import('../shapes.js').Facts} */
const proposed = ({ kind, revision, explained, offered }) => ({
  kind: 'facts',
  heading: `起案中の${word(names.proposalKinds, kind)}`,
  rows: [
    ['書面', `第${revision}稿`],
    ['説明の記録', explained ? '済み' : 'まだです'],
    ['署名用リンク', offered ? '送りました。ユーザーの署名を待っています' : 'まだ送っていません'],
  ],
})

/** @type {(differences: import('../shapes.js').Answer<'getDifferences'>['differences']) => import('../shapes.js').Table} */
const compared = (differences) => ({
  kind: 'table',
  heading: '変わるところ',
  columns: ['項目', 'いま', '変更後'],
  rows: differences.map(({ label, before, after }) => [label.ja, lined(before), lined(after)]),
  none: '項目ごとの文に、変わるところはありません。当事者の欄などが変わります。',
})

const lined = (/** @type {readonly string[]} */ lines) => (lines.length > 0 ? lines : '（記載なし）')

/** @type {(params: { contractId: string }, back: string) => import('../shapes.js').Form} */
const withdrawing = (params, back) => ({
  kind: 'form',
  name: 'withdraw',
  heading: '起案を取り下げる',
  lead: ['取り下げると、送ってあったリンクは使えなくなります。いまの契約は、そのまま続きます。'],
  call: 'withdrawAmendment',
  params,
  fields: [],
  submit: '取り下げる',
  done: () => ({ say: '変更の起案を取り下げました。', to: back }),
})

/** @type {Page} */
export const changes = {
  path: '/contracts/:contractId/changes',
  needs: 'getDifferences',
  load: async ({ ask, params, who }) => {
    const found = await ask('getContract', params)
    const { contractId, proposal, stage, sme } = found
    const here = `#/contracts/${contractId}/changes`
    const of = { params: { contractId }, back: here }
    const differences = proposal ? (await ask('getDifferences', params)).differences : []
    /** @type {readonly Block[]} */
    const way = proposal
      ? [
          proposed(proposal),
          compared(differences),
          ...proposedPapers(found),
          explaining(of, who.today, 'explainAmendment'),
          offering(of, 'offerAmendment'),
          withdrawing(of.params, here),
        ]
      : []
    return {
      title: `${sme.name} の契約の変更・更新`,
      back: { text: '契約', to: `#/contracts/${contractId}` },
      blocks: [
        standing(found),
        ...way,
        ...(stage === 'live'
          ? [
              /** @type {const} */ ({
                kind: 'links',
                heading: proposal ? '起案し直す' : '起案する',
                items: [
                  { text: '変更を起案する', to: `${here}/new?kind=amendment` },
                  { text: '次の期間の更新を起案する', to: `${here}/new?kind=renewal` },
                ],
              }),
            ]
          : []),
      ],
    }
  },
}

/** What another contract would be: neither the user, nor the service, nor the first day is asked. */
const fixedPaths = ['sme.corporateNumber', 'terms.serviceId', 'terms.startOn']

/** @type {(kind: string) => readonly Field[]} */
const aboutIt = (kind) => [
  ...(kind === 'renewal'
    ? []
    : [
        /** @type {Field} */ ({
          name: 'version',
          label: 'サービスの版',
          kind: 'choice',
          options: [
            ['asSigned', '署名したときの版のまま'],
            ['onOffer', 'いま提供している版に移す'],
          ],
          initial: 'asSigned',
        }),
      ]),
  { name: 'reason', label: kind === 'renewal' ? '更新の理由' : '変更の理由', kind: 'long' },
  { name: 'askedBy', label: '申し出た人の氏名' },
]

const saysOutcome = (/** @type {Contract} */ { proposal }) =>
  proposal
    ? [
        'ユーザーの署名が要ります。',
        `変わる項目: ${proposal.changed.map((item) => word(names.disclosureItems, item)).join('、') || 'なし'}`,
      ]
    : ['開示事項に触れないので、署名は要りません。記録すると、すぐに効力を生じます。']

/** @type {Page} */
export const newChange = {
  path: '/contracts/:contractId/changes/new',
  needs: 'proposeAmendment',
  load: async ({ ask, params, query }) => {
    const kind = query['kind'] === 'renewal' ? 'renewal' : 'amendment'
    const [now, { disclosure }] = await Promise.all([ask('getContract', params), ask('getDisclosure', params)])
    const { terms, service, sme } = now
    const back = `#/contracts/${params['contractId']}/changes`
    const startOn = kind === 'renewal' ? dayAfter(terms.endOn) : terms.startOn
    return {
      title: `${sme.name} の${word(names.proposalKinds, kind)}を起案する`,
      lead:
        kind === 'renewal'
          ? `次の期間は${dayInWords(startOn)}からです。いま提供しているサービスの版で、いまの基準に照らします。`
          : `契約期間の初日は${dayInWords(startOn)}のままです。変えるところだけを直してください。`,
      back: { text: '変更・更新', to: back },
      blocks: [
        {
          kind: 'form',
          name: 'propose',
          heading: `${word(names.proposalKinds, kind)}の内容`,
          open: true,
          call: 'proposeAmendment',
          params,
          fields: [...aboutIt(kind), ...draftFields([], disclosure).filter(({ name }) => !fixedPaths.includes(name))],
          shape: (body) => ({
            version: 'onOffer',
            ...body,
            ...bindingOf(now),
            kind,
            sme: { ...body.sme, corporateNumber: sme.smeId },
            terms: { ...body.terms, serviceId: service.serviceId, startOn },
          }),
          places: draftPlaces,
          submit: '起案する',
          rehearse: { label: '記録せずに確かめる', say: saysOutcome },
          done: ({ proposal }) => ({
            say: proposal
              ? '起案しました。次は説明の記録です。'
              : '変更を記録しました。開示事項に触れないので、署名は要りません。',
            to: back,
          }),
        },
      ],
    }
  },
}
