// @ts-check
import { may } from '../calls.js'
import { exceptionGrounds, exceptionStages, functions, optionsOf, word } from '../words.js'
import { choicesOf, count, dayInWords, isReseller, namesFor } from './common.js'

/**
 * 個別契約の例外: what there is, the request for one, and one with everything that is decided on it.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getException'>} Exception
 */

/** How many days are left, as people say it. @param {number} daysLeft */
export const daysLeftInWords = (daysLeft) => {
  if (daysLeft < 0) return `${count(-daysLeft)}日過ぎています`
  return daysLeft === 0 ? '今日が期限です' : `あと${count(daysLeft)}日`
}

const leftOut = (/** @type {readonly string[]} */ leavesOut) => leavesOut.map((one) => word(functions, one))

/** @type {Page} */
export const exceptions = {
  path: '/exceptions',
  menu: '個別契約の例外',
  needs: 'listExceptions',
  load: async (visit) => {
    const { ask, query } = visit
    const [{ items }, names] = await Promise.all([ask('listExceptions', {}, query), namesFor(visit)])
    return {
      title: '個別契約の例外',
      lead: '契約は、すべての機能を一つで結びます。法令等やむを得ない事情があるときだけ、例外の承認を受けて個別に結べます。',
      blocks: [
        { kind: 'links', items: [{ text: '例外を申請する', to: '#/exceptions/new' }] },
        {
          kind: 'filter',
          path: '/exceptions',
          fields: [
            {
              name: 'stage',
              label: '段階',
              kind: 'pick',
              options: optionsOf(exceptionStages),
              initial: query['stage'],
            },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          columns: ['サービス', '段階', '契約に含めない機能', '販売者', '根拠', '期限'],
          rows: items.map((one) => [
            { text: names.service(one.serviceId), to: `#/exceptions/${one.exceptionId}` },
            word(exceptionStages, one.stage),
            leftOut(one.leavesOut),
            names.party(one.resellerId),
            word(exceptionGrounds, one.ground),
            [dayInWords(one.expiresOn), daysLeftInWords(one.daysLeft)],
          ]),
          none: '当てはまる例外はありません。',
        },
      ],
    }
  },
}

/** @type {Page} */
export const newException = {
  path: '/exceptions/new',
  needs: 'askForException',
  load: async (visit) => {
    const { resellers, services } = await namesFor(visit)
    return {
      title: '個別契約の例外を申請する',
      lead: '根拠、裏づける資料、手続が煩雑にならないための工夫、期限のすべてが要ります。承認は、申請した人とは別の、実施主体の管理者が行います。',
      back: { text: '個別契約の例外', to: '#/exceptions' },
      blocks: [
        {
          kind: 'form',
          name: 'ask',
          heading: '申請の内容',
          open: true,
          call: 'askForException',
          fields: [
            {
              name: 'serviceId',
              label: 'サービス',
              kind: 'pick',
              options: choicesOf(services, 'serviceId', ({ code }) => code),
            },
            ...(isReseller(visit)
              ? []
              : [
                  /** @type {import('../shapes.js').Field} */ ({
                    name: 'resellerId',
                    label: '再販協力会社',
                    kind: 'pick',
                    options: choicesOf(resellers, 'resellerId', ({ name }) => name),
                    optional: true,
                    hint: '実施主体が直接結ぶ契約なら、選ばずにおきます。',
                  }),
                ]),
            {
              name: 'corporateNumbers',
              label: '対象の中小企業の法人番号',
              kind: 'lines',
              hint: '一行に一つずつ、20者まで入れられます。',
            },
            { name: 'leavesOut', label: '契約に含めない機能', kind: 'ticks', options: optionsOf(functions) },
            { name: 'ground', label: '根拠', kind: 'choice', options: optionsOf(exceptionGrounds) },
            { name: 'groundInWords', label: '根拠となる法令又は事情', kind: 'long' },
            {
              name: 'evidence.documentSha256',
              label: '裏づける資料',
              kind: 'print',
              hint: '資料そのものは送られません。あとで同じ資料と確かめるための指紋だけを記録します。',
            },
            { name: 'evidence.description', label: '資料の説明', kind: 'long' },
            {
              name: 'burden',
              label: '手続が煩雑にならないための工夫',
              kind: 'long',
              hint: 'ユーザーの手間を増やさないために、何をするかを書きます。',
            },
            { name: 'expiresOn', label: '例外の期限', kind: 'day', hint: 'この日までに結ぶ契約に使えます。' },
          ],
          places: { smeIds: 'corporateNumbers', evidence: 'evidence.description' },
          submit: '申請する',
          done: ({ exceptionId }) => ({
            say: '申請しました。実施主体の管理者の承認を待っています。',
            to: `#/exceptions/${exceptionId}`,
          }),
        },
      ],
    }
  },
}

/** @type {(call: 'declineException' | 'withdrawException', found: Exception, heading: string, said: string) => Form} */
const withReason = (call, { exceptionId }, heading, said) => ({
  kind: 'form',
  name: call === 'declineException' ? 'decline' : 'withdraw',
  heading,
  call,
  params: { exceptionId },
  fields: [{ name: 'reason', label: '理由', kind: 'long' }],
  submit: heading,
  done: () => ({ say: said, to: `#/exceptions/${exceptionId}` }),
})

/** What may be done with it now. @type {(found: Exception, visit: import('../shapes.js').Visit) => readonly Form[]} */
const acts = (found, { who }) => {
  const { stage, exceptionId, askedBy } = found
  const decides = may(who.role, 'approveException')
  return [
    ...(stage === 'asked' && decides && askedBy.sub !== who.sub
      ? [
          /** @type {Form} */ ({
            kind: 'form',
            name: 'approve',
            heading: '承認する',
            lead: ['根拠と資料、工夫、期限を確かめてから承認してください。'],
            call: 'approveException',
            params: { exceptionId },
            fields: [],
            submit: '承認する',
            done: () => ({ say: '承認しました。', to: `#/exceptions/${exceptionId}` }),
          }),
        ]
      : []),
    ...(stage === 'asked' && decides
      ? [withReason('declineException', found, '認めない', '認めないと決めました。')]
      : []),
    ...(stage === 'asked' || stage === 'approved' || stage === 'expired'
      ? [withReason('withdrawException', found, '取り下げる', '取り下げました。結ばれた契約はそのまま残ります。')]
      : []),
  ]
}

/** @type {Page} */
export const exception = {
  path: '/exceptions/:exceptionId',
  needs: 'getException',
  load: async (visit) => {
    const { ask, params } = visit
    const [found, names] = await Promise.all([ask('getException', params), namesFor(visit)])
    const lapsed = (found.stage === 'expired' || found.stage === 'withdrawn') && found.liveContracts.length > 0
    return {
      title: '個別契約の例外',
      back: { text: '個別契約の例外', to: '#/exceptions' },
      blocks: [
        ...(lapsed
          ? [
              /** @type {const} */ ({
                kind: 'words',
                tone: 'alert',
                lines: [
                  `この例外はもう効いていませんが、この例外による有効な契約が${count(found.liveContracts.length)}件あります。契約はそのまま続きます。ユーザーと今後の扱いをご相談ください。`,
                ],
              }),
            ]
          : []),
        {
          kind: 'facts',
          rows: [
            ['段階', word(exceptionStages, found.stage)],
            ['サービス', names.service(found.serviceId)],
            ['販売者', names.party(found.resellerId)],
            ['対象の法人番号', found.smeIds],
            ['契約に含めない機能', leftOut(found.leavesOut)],
            ['根拠', [word(exceptionGrounds, found.ground), found.groundInWords]],
            ['裏づける資料', [found.evidence.description, `指紋 ${found.evidence.documentSha256}`]],
            ['煩雑さを避ける工夫', found.burden],
            ['期限', [dayInWords(found.expiresOn), daysLeftInWords(found.daysLeft)]],
            ['承認した日', found.approvedOn ? dayInWords(found.approvedOn) : 'まだ'],
            ...(found.reason === null ? [] : [/** @type {const} */ (['認めない・取り下げる理由', found.reason])]),
          ],
        },
        ...acts(found, visit),
        {
          kind: 'table',
          heading: 'この例外による有効な契約',
          columns: ['ユーザー', '契約日'],
          rows: found.liveContracts.map(({ contractId, sme, signedOn }) => [
            { text: sme.name, to: `#/contracts/${contractId}` },
            signedOn ? dayInWords(signedOn) : '',
          ]),
          none: 'この例外による有効な契約はありません。',
        },
      ],
    }
  },
}
