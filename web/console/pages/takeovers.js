// @ts-check
import { channels, optionsOf, settlements, takeoverStages, tellings, word } from '../words.js'
import { coverageStages } from '../words-of-coverage.js'
import { choicesOf, dayOr, enough, following, inJapan, namesFor, yen } from './common.js'
import { coverageFacts, coverageInLine, notingCoverage } from './coverage.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 */

/** @type {Page} */
export const takeovers = {
  path: '/cases/:discontinuanceId/takeovers',
  needs: 'listTakeovers',
  load: async ({ ask, params, query }) => {
    const path = `/cases/${params['discontinuanceId']}/takeovers`
    const { cursor, ...filters } = query
    const page = await enough((next) => ask('listTakeovers', params, { ...filters, cursor: next }), cursor)
    return {
      title: '引継ぎ',
      back: { text: '提供困難案件', to: `#/cases/${params['discontinuanceId']}` },
      blocks: [
        {
          kind: 'filter',
          path,
          fields: [
            { name: 'stage', label: '段階', kind: 'pick', options: optionsOf(takeoverStages), initial: query['stage'] },
            {
              name: 'coverage',
              label: '提供状態',
              kind: 'pick',
              options: optionsOf(coverageStages),
              initial: query['coverage'],
            },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          columns: ['ユーザー', '都道府県', '引継ぎ', '提供状態', '行き先', '契約日', '月額（税抜）'],
          rows: page.items.map((line) => [
            { text: line.sme.name, to: `#${path}/${line.contractId}` },
            line.sme.prefecture,
            line.late
              ? [word(takeoverStages, line.takeover), 'あとから見つかった契約']
              : word(takeoverStages, line.takeover),
            coverageInLine(line.coverage),
            line.settlement ? word(settlements, line.settlement) : '未定',
            dayOr(line.signedOn),
            yen(line.terms.monthlyFeeExTaxYen),
          ]),
          none: '当てはまる引継ぎはありません。',
        },
        ...following(path, query, page.nextCursor),
      ],
    }
  },
}

/** @type {(params: Readonly<Record<string, string>>, back: string) => Form} */
const telling = (params, back) => ({
  kind: 'form',
  name: 'tell',
  heading: 'ユーザーに知らせたことを記録する',
  lead: ['メールのお知らせが届かなかったときなどに、電話・郵便・訪問で知らせたことを記録します。'],
  call: 'tellSme',
  params,
  fields: [
    {
      name: 'by',
      label: '知らせた方法',
      kind: 'choice',
      options: optionsOf(tellings).filter(([how]) => how !== 'mail'),
    },
    { name: 'spokeTo', label: '話した相手の氏名', optional: true },
    { name: 'note', label: '控え', kind: 'long', optional: true },
  ],
  submit: '記録する',
  done: () => ({ say: '知らせたことを記録しました。', to: back }),
})

/** @type {(params: Readonly<Record<string, string>>, back: string) => Form} */
const sendingAgain = (params, back) => ({
  kind: 'form',
  name: 'notice',
  heading: 'お知らせをもう一度メールで送る',
  lead: ['新しく伺った宛先は、伝えた人の氏名とともに記録され、この引継ぎのこれからのお知らせも、その宛先に送ります。'],
  call: 'sendNoticeAgain',
  params,
  fields: [
    {
      name: 'to',
      label: '宛先',
      kind: 'choice',
      unsent: true,
      initial: 'known',
      options: [
        ['known', '記録にある宛先'],
        ['stated', '新しく伺った宛先'],
      ],
    },
    { name: 'address.mail', label: '新しい宛先', kind: 'mail', when: ['to', 'stated'] },
    { name: 'address.statedBy', label: '宛先を伝えた人の氏名', when: ['to', 'stated'] },
  ],
  submit: '送る',
  done: () => ({ say: 'お知らせを送ります。届いたかどうかは、契約の台帳に記録されます。', to: back }),
})

/** What needs the SME's own word, as the Civil Code asks. */
const withConsent = ['movedToImplementingEntity', 'movedToReseller', 'endedBySme']

/**
 * When the SME consented in advance to move to the implementing entity, where that still stands. It names the seller and
 * the implementing entity only: who has moved already is asked again.
 *
 * @type {(found: import('../shapes.js').Answer<'getContract'>) => string | undefined}
 */
const inAdvance = ({ consents, counterparty }) =>
  counterparty?.intervals.length === 1
    ? consents.find(({ kind, stage }) => kind === 'positionTransfer' && stage === 'given')?.at
    : undefined

/** @type {(params: Readonly<Record<string, string>>, resellers: readonly (readonly [string, string])[], advance: string | undefined, today: string, back: string) => Form} */
const settling = (params, resellers, advance, today, back) => {
  const asked = withConsent.filter((way) => !advance || way !== 'movedToImplementingEntity')
  return {
    kind: 'form',
    name: 'settle',
    heading: '行き先を決める',
    lead: [
      '契約の相手方を移すときと終えるときは、ユーザー自身の意思の記録が要ります（民法539条の2）。',
      ...(advance
        ? [
            `このユーザーは、契約の相手方を実施主体に移すことを、あらかじめ承諾しています（${inJapan(advance)}）。実施主体に移すときは、改めて意思を記録する必要はありません。`,
          ]
        : []),
    ],
    call: 'settleTakeover',
    params,
    fields: [
      { name: 'settlement', label: '行き先', kind: 'choice', options: optionsOf(settlements) },
      {
        name: 'resellerId',
        label: '移す先の再販協力会社',
        kind: 'pick',
        options: resellers,
        when: ['settlement', 'movedToReseller'],
      },
      { name: 'consent.givenBy', label: '意思を示した人の氏名', when: ['settlement', ...asked] },
      { name: 'consent.on', label: '意思を示した日', kind: 'day', initial: today, when: ['settlement', ...asked] },
      {
        name: 'consent.how',
        label: '示した方法',
        kind: 'choice',
        options: optionsOf(channels),
        when: ['settlement', ...asked],
      },
    ],
    submit: '決める',
    rehearse: { label: '記録せずに確かめる', say: () => [] },
    done: () => ({ say: '引継ぎの行き先を決めました。', to: back }),
  }
}

/** @type {Page} */
export const takeover = {
  path: '/cases/:discontinuanceId/takeovers/:contractId',
  needs: 'settleTakeover',
  load: async (visit) => {
    const { ask, params, who } = visit
    const { contractId = '', discontinuanceId = '' } = params
    const [found, names, cases] = await Promise.all([
      ask('getContract', { contractId }),
      namesFor(visit),
      ask('listDiscontinuances').then(({ items }) => items),
    ])
    const { sme, responsibility, counterparty } = found
    // A contract may have been taken over again since; this case then has nothing left to do with it.
    const open = found.takeover?.discontinuanceId === discontinuanceId ? found.takeover : null
    const stage = found.stage === 'live' ? open?.stage : undefined
    const isOpen = cases.some((one) => one.discontinuanceId === discontinuanceId && one.stage === 'takingOver')
    const others = names.resellers.filter(
      ({ resellerId, stage: one }) => one === 'active' && resellerId !== found.resellerId,
    )
    const list = `#/cases/${discontinuanceId}/takeovers`
    return {
      title: `${sme.name} の引継ぎ`,
      back: { text: '引継ぎ', to: `${list}${stage ? `?stage=${stage}` : ''}` },
      blocks: [
        {
          kind: 'facts',
          rows: [
            ['引継ぎ', open ? word(takeoverStages, open.stage) : '終わっています'],
            ['行き先', open?.settlement ? word(settlements, open.settlement) : '未定'],
            ['ユーザー', [sme.name, sme.prefecture]],
            ['責任を負う者', responsibility?.now ? names.party(responsibility.now) : 'なし'],
            ['契約の相手方', counterparty?.now ? names.party(counterparty.now) : 'なし'],
            ['責任の始まり', responsibility?.now ? inJapan(responsibility.intervals.at(-1)?.from ?? '') : 'なし'],
            ['契約', { text: '契約を見る', to: `#/contracts/${contractId}` }],
          ],
        },
        ...(open ? [coverageFacts(open.coverage)] : []),
        ...(stage && isOpen ? [notingCoverage(params, `${list}/${contractId}`)] : []),
        ...(stage === 'opened' || stage === 'told'
          ? [telling(params, `${list}/${contractId}`), sendingAgain(params, `${list}/${contractId}`)]
          : []),
        ...(stage === 'told'
          ? [
              settling(
                params,
                choicesOf(others, 'resellerId', ({ name }) => name),
                inAdvance(found),
                who.today,
                `${list}?stage=told`,
              ),
            ]
          : []),
      ],
    }
  },
}
