// @ts-check
import { may } from '../calls.js'
import { prefectures } from '../places.js'
import { optionsOf, resellerStages, word } from '../words.js'
import { choicesOf, count, inJapan, namesFor, period } from './common.js'
import { readyInWords } from './readiness.js'
import { requirementTable, supplyForms } from './requirements.js'
import { isServing, restrictionForms, restrictionNotice } from './restriction.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getReseller'>} Reseller
 */

const owed = (/** @type {Pick<Reseller, 'requirements'>} */ { requirements }) => {
  const open = requirements.filter(({ stage }) => stage !== 'met')
  const late = open.filter(({ stage }) => stage === 'pastDue').length
  if (open.length === 0) return 'すべて済み'
  return late > 0 ? `残り${count(open.length)}件（うち期限切れ${count(late)}件）` : `残り${count(open.length)}件`
}

/** @type {Page} */
export const resellers = {
  path: '/resellers',
  menu: '再販協力会社',
  needs: 'listResellers',
  load: async ({ ask, query }) => {
    const { items } = await ask('listResellers', {}, query)
    return {
      title: '再販協力会社',
      blocks: [
        { kind: 'links', items: [{ text: '再販協力会社を招く', to: '#/resellers/new' }] },
        {
          kind: 'filter',
          path: '/resellers',
          fields: [
            { name: 'stage', label: '段階', kind: 'pick', options: optionsOf(resellerStages), initial: query['stage'] },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          columns: ['名称', 'コード', '都道府県', '段階', '要件', '引継ぎの備え'],
          rows: items.map((one) => [
            { text: one.name, to: `#/resellers/${one.resellerId}` },
            one.code,
            one.prefecture,
            one.restrictedSince
              ? [word(resellerStages, one.stage), `${inJapan(one.restrictedSince)}から`]
              : word(resellerStages, one.stage),
            owed(one),
            { text: readyInWords(one.readiness), to: `#/resellers/${one.resellerId}/readiness` },
          ]),
          none: '当てはまる再販協力会社はありません。',
        },
      ],
    }
  },
}

/** @type {Page} */
export const newReseller = {
  path: '/resellers/new',
  needs: 'inviteReseller',
  load: async () => ({
    title: '再販協力会社を招く',
    lead: '招くと、管理者となる人へ案内のメールが届きます。',
    back: { text: '再販協力会社', to: '#/resellers' },
    blocks: [
      {
        kind: 'form',
        name: 'invite',
        heading: '招く会社と、その管理者',
        open: true,
        call: 'inviteReseller',
        fields: [
          {
            name: 'code',
            label: 'コード',
            kind: 'code',
            hint: '英大文字・数字・ハイフンで40文字まで。台帳の取込みで使います。',
          },
          { name: 'name', label: '名称' },
          { name: 'prefecture', label: '都道府県', kind: 'pick', options: prefectures.map((one) => [one, one]) },
          { name: 'admin.name', label: '管理者の氏名' },
          { name: 'admin.mail', label: '管理者のメール', kind: 'mail' },
          { name: 'requirementsDueOn', label: '要件の期限', kind: 'day', optional: true },
        ],
        places: { mail: 'admin.mail' },
        submit: '招く',
        rehearse: { label: '記録せずに確かめる', say: () => [] },
        done: ({ resellerId, name }) => ({ say: `${name} を招きました。`, to: `#/resellers/${resellerId}` }),
      },
    ],
  }),
}

/** @type {(reseller: Reseller, back: string) => Form} */
const approving = ({ resellerId, name }, back) => ({
  kind: 'form',
  name: 'approve',
  heading: 'この再販協力会社を承認する',
  lead: ['要件がすべて満たされていると、承認できます。承認しても、再販許諾がなければ契約は結べません。'],
  call: 'approveReseller',
  params: { resellerId },
  fields: [],
  submit: '承認する',
  done: () => ({ say: `${name} を承認しました。`, to: back }),
})

/** @type {(reseller: Reseller, services: readonly { serviceId: string, code: string }[], today: string, back: string) => Form} */
const authorizing = ({ resellerId }, services, today, back) => ({
  kind: 'form',
  name: 'authorize',
  heading: 'サービスの再販を許諾する',
  call: 'authorizeResale',
  params: { resellerId },
  fields: [
    {
      name: 'serviceId',
      label: 'サービス',
      kind: 'pick',
      options: choicesOf(services, 'serviceId', ({ code }) => code),
    },
    { name: 'from', label: '初日', kind: 'day', initial: today },
    {
      name: 'until',
      label: '最終日',
      kind: 'day',
      optional: true,
      orNull: true,
      hint: '期限がなければ空けておきます。',
    },
  ],
  submit: '許諾する',
  done: () => ({ say: '再販を許諾しました。', to: back }),
})

/** @type {(reseller: Reseller, serviceId: string, name: string, back: string) => Form} */
const endingOf = ({ resellerId }, serviceId, name, back) => ({
  kind: 'form',
  name: `end-${serviceId}`,
  heading: `${name} の再販許諾を終える`,
  lead: ['最終日の翌日から、新しい契約は結べません。すでに結ばれた契約は続きます。'],
  call: 'endAuthorization',
  params: { resellerId, serviceId },
  fields: [{ name: 'lastDay', label: '最終日', kind: 'day' }],
  submit: '終える',
  done: () => ({ say: `${name} の再販許諾に、最終日を定めました。`, to: back }),
})

/** @type {Page} */
export const reseller = {
  path: '/resellers/:resellerId',
  needs: 'listResellers',
  load: async (visit) => {
    const { ask, params, who } = visit
    const [found, names] = await Promise.all([ask('getReseller', params), namesFor(visit)])
    const back = `#/resellers/${found.resellerId}`
    return {
      title: found.name,
      back: { text: '再販協力会社', to: '#/resellers' },
      blocks: [
        ...(found.discontinued
          ? [
              /** @type {const} */ ({
                kind: 'words',
                tone: 'alert',
                lines: [`${inJapan(found.discontinued.since)}から、この会社の契約には実施主体が責任を負っています。`],
              }),
              /** @type {const} */ ({
                kind: 'links',
                items: [{ text: '提供困難案件を見る', to: `#/cases/${found.discontinued.discontinuanceId}` }],
              }),
            ]
          : []),
        ...restrictionNotice(found.restrictedSince, 'この会社'),
        ...(found.restrictedFor
          ? [
              /** @type {const} */ ({
                kind: 'links',
                items: [
                  { text: '停止のもとになった提案を見る', to: `#/cases/${found.restrictedFor.discontinuanceId}` },
                ],
              }),
            ]
          : []),
        {
          kind: 'facts',
          rows: [
            ['段階', word(resellerStages, found.stage)],
            ['コード', found.code],
            ['都道府県', found.prefecture],
            ['法人番号', found.corporateNumber ?? '未提出'],
            ['引継ぎの備え', { text: readyInWords(found.readiness), to: `${back}/readiness` }],
          ],
        },
        requirementTable(found),
        ...supplyForms(found, 'implementingEntity', back),
        ...(found.stage === 'invited' && may(who.role, 'approveReseller') ? [approving(found, back)] : []),
        {
          kind: 'table',
          heading: '再販許諾',
          columns: ['サービス', '期間'],
          rows: found.authorizations.map(({ serviceId, periods }) => [names.service(serviceId), periods.map(period)]),
          none: '再販許諾は、まだありません。',
        },
        ...(isServing(found) && may(who.role, 'authorizeResale')
          ? [
              authorizing(found, names.services, who.today, back),
              ...found.authorizations
                .filter(({ periods }) => periods.some(({ until }) => until === null || until >= who.today))
                .map(({ serviceId }) => endingOf(found, serviceId, names.service(serviceId), back)),
            ]
          : []),
        ...restrictionForms(found, who.role, back),
        {
          kind: 'links',
          items: [
            { text: 'この会社の契約を見る', to: `#/contracts?resellerId=${found.resellerId}` },
            { text: 'この会社の提供困難のおそれを見る', to: `#/concerns?resellerId=${found.resellerId}` },
            ...(found.discontinued
              ? []
              : [{ text: '提供困難のおそれを知らせる', to: `#/concerns/new?resellerId=${found.resellerId}` }]),
            ...(isServing(found)
              ? [{ text: '提供困難を提案する', to: `#/cases/new?resellerId=${found.resellerId}` }]
              : []),
          ],
        },
      ],
    }
  },
}
