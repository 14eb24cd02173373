// @ts-check
import { may } from '../calls.js'
import { contractTerms } from '../generated/contract-terms.js'
import * as names from '../words.js'
import { doubts } from '../words-of-the-standard.js'
import { word } from '../words.js'
import { count, dayInWords, dayOr, inJapan, isEntity, namesFor, renewalInWords, yen } from './common.js'
import { contactChangeOn } from './contact-change.js'
import { contractForms } from './contract-forms.js'
import { afterSigning } from './contract-links.js'
import { disputed, people } from './contract-people.js'
import { preparation } from './contract-preparation.js'
import { ledgerTable } from './ledger.js'
import { printable, proposedPapers } from './papers.js'
import { untoldOn } from './untold.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Table} Table
 * @typedef {import('../shapes.js').Answer<'getContract'>} Contract
 * @typedef {(id: string | null) => string} NameOf
 */

/** Who stood in which place, from when to when. @type {(heading: string, track: Contract['responsibility'], party: NameOf) => readonly Table[]} */
const timeline = (heading, track, party) =>
  track
    ? [
        {
          kind: 'table',
          heading,
          columns: ['から', 'まで', 'だれが'],
          rows: track.intervals.map(({ party: id, from, until }) => [
            inJapan(from),
            until ? inJapan(until) : '続いています',
            party(id),
          ]),
          none: 'まだありません。',
        },
      ]
    : []

/** @param {Contract} contract @returns {string | readonly string[]} */
const standing = (contract) => {
  const { stage, ending, voided } = contract
  if (ending) return [word(names.contractStages, stage), `${dayInWords(ending.on)} ${word(names.endings, ending.why)}`]
  if (voided) return [word(names.contractStages, stage), word(names.voidings, voided)]
  return word(names.contractStages, stage)
}

/** @type {(contract: Contract, party: NameOf) => import('../shapes.js').Words} */
const answerable = ({ responsibility, stage }, party) => {
  const now = responsibility?.intervals.find(({ until }) => until === null)
  if (now)
    return {
      kind: 'words',
      tone: 'notice',
      lines: [`いまこの契約に責任を負っているのは ${party(now.party)} です（${inJapan(now.from)}から）。`],
    }
  const why = stage === 'drafted' || stage === 'offered' ? 'まだ結ばれていないので' : 'いまは有効でないので'
  return { kind: 'words', tone: 'notice', lines: [`この契約は、${why}、責任を負っている者はいません。`] }
}

/** What waits for someone, in one line each. @param {Contract} contract @returns {readonly import('../shapes.js').Words[]} */
const underWay = ({ proposal, next, renewalAnnounced, leaving, untold }) => {
  const unheard = untold?.some(({ letter }) => letter === 'renewal-announced')
  const lines = [
    ...(leaving
      ? [
          leaving.confirmed
            ? `解約が決まっています。最後の日は${dayInWords(leaving.on)}です。`
            : `解約の申出があり、決めるのを待っています（最後の日 ${dayInWords(leaving.on)}、違約金 ${yen(leaving.penaltyExTaxYen)}、税抜）。`,
        ]
      : []),
    ...(proposal
      ? [
          `${word(names.proposalKinds, proposal.kind)}を起案しています（${proposal.offered ? '署名待ち' : proposal.explained ? 'リンクの送付待ち' : '説明の記録待ち'}）。`,
        ]
      : []),
    ...(next ? [`次の期間（${dayInWords(next.startOn)}から${dayInWords(next.endOn)}まで）の更新に署名済みです。`] : []),
    ...(renewalAnnounced
      ? [
          renewalAnnounced.held
            ? `自動更新が止まっています。${unheard ? '予告のお知らせが届いていません。電話か郵便で知らせて、記録してください。' : '次の期間の条件が、いまの基準に合いません。更新を起案してください。'}`
            : `自動更新を予告しました。ユーザーが断れるのは${dayInWords(renewalAnnounced.answerBy)}までです。`,
        ]
      : []),
  ]
  return lines.length > 0 ? [{ kind: 'words', tone: renewalAnnounced?.held ? 'alert' : 'notice', lines }] : []
}

/** @type {(contract: Contract) => readonly (readonly [string, readonly string[] | import('../shapes.js').Link])[]} */
const leftOut = ({ separate }) =>
  separate
    ? [
        ['契約に含めない機能', separate.leavesOut.map((one) => word(names.functions, one))],
        ...(separate.exceptionId
          ? [
              /** @type {const} */ ([
                '個別契約の例外',
                { text: '例外を見る', to: `#/exceptions/${separate.exceptionId}` },
              ]),
            ]
          : []),
      ]
    : []

/** @type {(contract: Contract) => readonly (readonly [string, string | readonly string[] | import('../shapes.js').Link])[]} */
const concluded = ({ entry, signedOn, remoteSupportConsent, confirmation, awaiting, takeover }) => [
  ['契約日', dayOr(signedOn)],
  ['記録の経路', word(names.entries, entry)],
  [
    '本人の確認',
    awaiting.length > 0
      ? [word(names.confirmations, confirmation), 'まだ: 各項目の確認と、別の経路での本人確認']
      : word(names.confirmations, confirmation),
  ],
  ['リモート支援', remoteSupportConsent ? '同意あり' : '同意なし'],
  ...(takeover
    ? /** @type {const} */ ([
        [
          '引継ぎ',
          takeover.settlement
            ? word(names.settlements, takeover.settlement)
            : word(names.takeoverStages, takeover.stage),
        ],
      ])
    : []),
]

/** The terms that the page says in words of its own. */
const saidInWords = ['monthlyFeeExTaxYen', 'terminals', 'importantTerminals', 'startOn']

/** Every other plain term, by its label. @type {(terms: Readonly<Record<string, unknown>>) => readonly (readonly [string, string])[]} */
const otherTerms = (terms) =>
  contractTerms
    .filter(({ name, shown }) => shown && !saidInWords.includes(name))
    .map(({ name, label, kind, unit }) => {
      const value = terms[name] ?? null
      if (value === null) return [label, '記載なし']
      return [label, kind === 'day' ? dayInWords(String(value)) : `${count(Number(value))}${unit}`]
    })

/** @type {Page} */
export const contract = {
  path: '/contracts/:contractId',
  needs: 'getContract',
  load: async (visit) => {
    const { ask, params, who } = visit
    const [found, known, ledger] = await Promise.all([
      ask('getContract', params),
      namesFor(visit),
      may(who.role, 'getContractLedger') ? ask('getContractLedger', params).then(({ items }) => items) : [],
    ])
    const { sme, service, terms, takeover } = found
    return {
      title: `${sme.name} の契約`,
      back: { text: '契約', to: '#/contracts' },
      blocks: [
        answerable(found, known.party),
        ...underWay(found),
        ...proposedPapers(found),
        ...untoldOn(found),
        ...(await contactChangeOn(visit, found.contractId, ledger)),
        ...afterSigning(found, who),
        {
          kind: 'facts',
          rows: [
            ['段階', standing(found)],
            ['ユーザー', [sme.name, `法人番号 ${sme.smeId}`, sme.prefecture]],
            ['販売者', known.party(found.resellerId)],
            [
              'サービス',
              `${known.service(service.serviceId)} 第${service.version}版（${word(names.monitoringTypes, service.monitoringType)}、基準 ${found.edition}）`,
            ],
            ['契約期間', `${dayInWords(terms.startOn)}から${dayInWords(terms.endOn)}まで`],
            ['契約期間が終わったとき', renewalInWords(terms.renewal, found.entry)],
            ['初期費用（税抜）', yen(terms.initialFeeExTaxYen)],
            ['月額料金（税抜）', yen(terms.monthlyFeeExTaxYen)],
            [
              '端末数',
              terms.importantTerminals === null
                ? service.monitoringType === 'network'
                  ? `${count(terms.terminals)}台`
                  : `${count(terms.terminals)}台（うち重要情報を扱うものは、分かっていません）`
                : `${count(terms.terminals)}台（うち重要情報を扱うもの${count(terms.importantTerminals)}台）`,
            ],
            ...otherTerms(terms),
            ...(found.doubts?.length
              ? [
                  /** @type {const} */ ([
                    '基準について言い切れない点',
                    found.doubts.map(({ clause, kind }) => `${clause}：${word(doubts, kind)}`),
                  ]),
                ]
              : []),
            ...leftOut(found),
            ...people(found),
            ...disputed(found),
            ...preparation(found),
            ...(found.entry ? concluded(found) : []),
          ],
        },
        {
          kind: 'links',
          items: [
            { text: '開示書面を読む', paper: 'getDisclosurePage', params },
            ...(found.entry
              ? [/** @type {const} */ ({ text: '条ごとの点検を読む', paper: 'getContractConformityPage', params })]
              : []),
            ...(found.stage === 'drafted' || found.stage === 'offered'
              ? [{ text: '内容を改める', to: `#/contracts/${found.contractId}/revise` }]
              : []),
            ...(takeover && isEntity(visit)
              ? [{ text: '引継ぎを進める', to: `#/cases/${takeover.discontinuanceId}/takeovers/${found.contractId}` }]
              : []),
          ],
        },
        printable(found),
        ...contractForms(found, who),
        ...timeline('責任期間', found.responsibility, known.party),
        ...timeline('契約の相手方', found.counterparty, known.party),
        ...(ledger.length > 0 ? [ledgerTable(ledger, who, known.party)] : []),
      ],
    }
  },
}
