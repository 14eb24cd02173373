// @ts-check
import { caseStages, grounds, optionsOf, word } from '../words.js'
import { choicesOf, count, dayInWords, inJapan, namesFor } from './common.js'
import { isServing } from './restriction.js'

/**
 * 提供困難案件: what there is, and the proposal of one more.
 *
 * @typedef {import('../shapes.js').Page} Page
 */

/** @type {Page} */
export const cases = {
  path: '/cases',
  menu: '提供困難案件',
  needs: 'listDiscontinuances',
  load: async (visit) => {
    const { ask, query } = visit
    const [{ items }, names] = await Promise.all([ask('listDiscontinuances', {}, query), namesFor(visit)])
    return {
      title: '提供困難案件',
      blocks: [
        { kind: 'links', items: [{ text: '提供困難を提案する', to: '#/cases/new' }] },
        {
          kind: 'filter',
          path: '/cases',
          fields: [
            { name: 'stage', label: '段階', kind: 'pick', options: optionsOf(caseStages), initial: query['stage'] },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          columns: ['再販協力会社', '段階', '事由', '事由の生じた日', '実施主体の責任の始まり'],
          rows: items.map(({ discontinuanceId, resellerId, stage, ground, occurredOn, since }) => [
            { text: names.party(resellerId), to: `#/cases/${discontinuanceId}` },
            word(caseStages, stage),
            word(grounds, ground),
            dayInWords(occurredOn),
            since ? inJapan(since) : '承認前',
          ]),
          none: '当てはまる案件はありません。',
        },
      ],
    }
  },
}

/** @param {import('../shapes.js').Answer<'proposeDiscontinuance'>} proposed */
const affected = ({ affects: { live, drafted, offered, smes, terminals, atLeast } }) => [
  ...(atLeast ? ['契約が多いので、はじめの分だけを数えました。実際は、次の数より多くなります。'] : []),
  `責任が移る契約: ${count(live)}件（ユーザー${count(smes)}者、端末${count(terminals)}台）`,
  `取りやめになる起案: ${count(drafted)}件、署名待ち: ${count(offered)}件`,
]

/** @type {Page} */
export const newCase = {
  path: '/cases/new',
  needs: 'proposeDiscontinuance',
  load: async (visit) => {
    const concernId = visit.query['concernId']
    const [{ resellers }, concern] = await Promise.all([
      namesFor(visit),
      concernId ? visit.ask('getConcern', { concernId }) : undefined,
    ])
    const serving = resellers.filter((one) => isServing(one) && (!concern || one.resellerId === concern.resellerId))
    return {
      title: '提供困難を提案する',
      lead: '再販協力会社が提供を続けられないときに提案します。別の人が承認した時から、実施主体がすべての契約に責任を負います。管理者が提案すると、この会社を通じた新規の契約も同時に止まり、提案の取下げか期限の経過で解けます。担当者の提案では、止めるかどうかを管理者が決めます。',
      back: concern
        ? { text: '提供困難のおそれ', to: `#/concerns/${concern.concernId}` }
        : { text: '提供困難案件', to: '#/cases' },
      blocks: [
        {
          kind: 'form',
          name: 'propose',
          heading: '提案の内容',
          open: true,
          call: 'proposeDiscontinuance',
          fields: [
            {
              name: 'resellerId',
              label: '再販協力会社',
              kind: 'pick',
              options: choicesOf(serving, 'resellerId', ({ name }) => name),
              initial: concern?.resellerId ?? visit.query['resellerId'],
            },
            {
              name: 'ground',
              label: '事由',
              kind: 'choice',
              options: optionsOf(grounds),
              initial: concern?.ground ?? undefined,
            },
            { name: 'occurredOn', label: '事由の生じた日', kind: 'day' },
            {
              name: 'knownOn',
              label: '実施主体が知った日',
              kind: 'day',
              optional: true,
              hint: '空欄なら、事由の生じた日と同じ日とします。この日は、ユーザーへのお知らせに載ります。',
            },
            {
              name: 'statement',
              label: '経緯',
              kind: 'long',
              hint: 'IPA と審査登録機関への報告に載ります。',
              initial: concern?.statement,
            },
          ],
          ...(concern ? { fixed: { concernId: concern.concernId } } : {}),
          places: { reseller: 'resellerId', discontinuance: 'resellerId' },
          submit: '提案する',
          rehearse: { label: '記録せずに件数を確かめる', say: affected },
          done: (answer) => ({
            say: `提案しました。${affected(answer).join('、')}。ほかの人の承認を待っています。`,
            to: `#/cases/${answer.discontinuanceId}`,
          }),
        },
      ],
    }
  },
}
