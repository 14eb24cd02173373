// @ts-check
import { may } from '../calls.js'
import { missingInWords, readingOf } from '../problems.js'
import { caseStages, grounds, submissionStages, word } from '../words.js'
import { dayInWords, inJapan, namesFor } from './common.js'
import { isLarge, opening, progress, tallying } from './case-progress.js'
import { coverageCounted } from './coverage.js'
import { confirmingForms, proposalRestrictions } from './restriction.js'
import { obligationTable } from './obligations.js'
import { waysToWork } from './takeover-work.js'

/**
 * One 提供困難案件: its approval, its progress, its reports, its closing.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getDiscontinuance'>} Case
 */

/** @type {(found: Case, sub: string) => readonly import('../shapes.js').Block[]} */
const approval = ({ discontinuanceId, proposedBy }, sub) => {
  const params = { discontinuanceId }
  const to = `#/cases/${discontinuanceId}`
  /** @type {Form} */
  const withdrawing = {
    kind: 'form',
    name: 'withdraw',
    heading: '提案を取り下げる',
    call: 'withdrawDiscontinuance',
    params,
    fields: [],
    submit: '取り下げる',
    done: () => ({ say: '提案を取り下げました。', to }),
  }
  if (proposedBy.sub === sub)
    return [
      {
        kind: 'words',
        tone: 'notice',
        lines: ['あなたの提案です。同じ実施主体のほかの人の承認を待っています。'],
      },
      withdrawing,
    ]
  return [
    {
      kind: 'form',
      name: 'approve',
      heading: '提案を承認する',
      lead: [
        '承認した時から、この再販協力会社のすべての契約に実施主体が責任を負います。',
        '起案中と署名待ちの契約は取りやめになり、ユーザーにはお知らせが届きます。元には戻せません。',
      ],
      call: 'approveDiscontinuance',
      params,
      fields: [],
      submit: '承認する',
      rehearse: { label: '承認せずに確かめる', say: () => [] },
      done: () => ({ say: '承認しました。いまから、すべての契約に実施主体が責任を負います。', to }),
    },
    withdrawing,
  ]
}

/** @type {(found: Case) => Form} */
const closing = ({ discontinuanceId, missing }) => ({
  kind: 'form',
  name: 'close',
  heading: '案件を閉じる',
  lead: [missing.length > 0 ? '足りないものがあるので、まだ閉じられません。' : '足りないものはありません。'],
  call: 'closeDiscontinuance',
  params: { discontinuanceId },
  fields: [],
  submit: '閉じる',
  rehearse: { label: '閉じずに確かめる', say: () => [] },
  done: () => ({ say: '案件を閉じました。', to: `#/cases/${discontinuanceId}` }),
})

/** @type {Page} */
export const thisCase = {
  path: '/cases/:discontinuanceId',
  needs: 'getDiscontinuance',
  load: async (visit) => {
    const { ask, params, who } = visit
    const [found, names, submissions] = await Promise.all([
      ask('getDiscontinuance', params),
      namesFor(visit),
      ask('listSubmissions').then(({ items }) => items),
    ])
    const { stage, reports, reached } = found
    const begun = stage === 'takingOver' || stage === 'closed'
    const fanOut = begun && !reached ? await ask('getFanOut', params) : undefined
    const stageOfReport = (/** @type {string} */ id) =>
      submissions.find(({ submissionId }) => submissionId === id)?.stage
    return {
      title: `${names.party(found.resellerId)} の提供困難`,
      back: { text: '提供困難案件', to: '#/cases' },
      againAfterMs: stage === 'takingOver' && (!reached || found.counting) ? 2_000 : undefined,
      blocks: [
        {
          kind: 'facts',
          rows: [
            ['段階', word(caseStages, stage)],
            ['再販協力会社', { text: names.party(found.resellerId), to: `#/resellers/${found.resellerId}` }],
            ['事由', word(grounds, found.ground)],
            ['事由の生じた日', dayInWords(found.occurredOn)],
            ['実施主体が知った日', dayInWords(found.knownOn)],
            ...(found.restriction
              ? [/** @type {[string, string]} */ (['新規の契約', proposalRestrictions[found.restriction]])]
              : []),
            ['承認の期限', inJapan(found.approveBy)],
            ['提案した人', found.proposedBy.sub === who.sub ? 'あなた' : (found.proposedBy.name ?? 'ほかの人')],
            ['実施主体の責任の始まり', found.since ? inJapan(found.since) : '承認前です'],
          ],
        },
        ...(stage === 'lapsed'
          ? [
              /** @type {const} */ ({
                kind: 'words',
                tone: 'notice',
                lines: [
                  '期限までに承認されなかったため、この提案は承認できません。要るときは、新しく提案してください。',
                ],
              }),
            ]
          : []),
        ...confirmingForms(found, who.role),
        ...(stage === 'proposed' ? approval(found, who.sub) : []),
        ...(fanOut ? opening(fanOut) : []),
        ...(begun ? progress(found) : []),
        ...(begun && found.countedAt !== null ? [coverageCounted(found)] : []),
        ...(stage === 'takingOver' && reached && isLarge(found) && !found.counting ? [tallying(found)] : []),
        ...(stage === 'takingOver' ? [waysToWork(found.discontinuanceId, who.role)] : []),
        ...(begun ? [obligationTable(found)] : []),
        ...(begun
          ? /** @type {const} */ ([
              {
                kind: 'table',
                heading: '報告',
                columns: ['あて先', '段階'],
                rows: reports.map(({ submissionId, to }) => [
                  { text: to === 'ipa' ? 'IPA' : '審査登録機関', to: `#/submissions/${submissionId}` },
                  word(submissionStages, stageOfReport(submissionId)),
                ]),
                none: '報告の下書きは、まだありません。',
              },
            ])
          : []),
        ...(stage === 'takingOver'
          ? /** @type {const} */ ([
              {
                kind: 'reasons',
                heading: '閉じるのに足りないもの',
                none: 'ありません。',
                items: found.missing.map((missing) => ({ why: missingInWords(missing) })),
              },
              ...(may(who.role, 'closeDiscontinuance') ? [closing(found)] : []),
            ])
          : []),
        ...(found.breaches.length > 0
          ? /** @type {const} */ ([
              {
                kind: 'reasons',
                heading: '基準に反するところ',
                none: 'ありません。',
                items: found.breaches.map((breach) => ({
                  clause: breach.clause,
                  why: breach.why.ja,
                  note: readingOf(breach),
                })),
              },
            ])
          : []),
      ],
    }
  },
}
