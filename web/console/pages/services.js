// @ts-check
import { monitoringTypes, word } from '../words.js'
import { isEntity } from './common.js'
import { factsAsGiven, shapeFacts } from './service-facts-given.js'
import { factFields } from './service-facts.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Answer<'listServices'>['items'][number]} Service
 */

const stateOf = (/** @type {Service} */ { versions, registration }) => {
  const offered = versions.filter(({ offeredFrom }) => offeredFrom).length
  return [
    offered > 0 ? `公開済み（全${versions.length}版のうち${offered}版）` : '公開前',
    registration ? `登録番号 ${registration.number}` : '登録は未記録',
  ]
}

/** @type {Page} */
export const services = {
  path: '/services',
  menu: 'サービス',
  needs: 'listServices',
  load: async (visit) => {
    const { items } = await visit.ask('listServices')
    return {
      title: 'サービス',
      blocks: [
        ...(isEntity(visit)
          ? [
              /** @type {const} */ ({
                kind: 'links',
                items: [{ text: 'サービスを新しく起こす', to: '#/services/new' }],
              }),
            ]
          : []),
        {
          kind: 'table',
          columns: ['コード', '種類', '公開と登録'],
          rows: items.map((service) => [
            { text: service.code, to: `#/services/${service.serviceId}` },
            word(monitoringTypes, service.monitoringType),
            stateOf(service),
          ]),
          none: 'サービスは、まだありません。',
        },
      ],
    }
  },
}

const judged = (/** @type {{ breaches: readonly unknown[] }} */ { breaches }) =>
  breaches.length === 0
    ? '版を起こしました。基準に反するところはありません。'
    : `版を起こしました。基準に反するところが${breaches.length}件あります。`

/** @type {Page} */
export const newService = {
  path: '/services/new',
  needs: 'registerService',
  load: async () => ({
    title: 'サービスを新しく起こす',
    lead: '最初の版の内容を入れてください。基準に反するところがあっても起こせますが、直すまで公開できません。',
    back: { text: 'サービス', to: '#/services' },
    blocks: [
      {
        kind: 'form',
        name: 'register',
        heading: '最初の版の内容',
        open: true,
        call: 'registerService',
        fields: [
          {
            name: 'code',
            label: 'コード',
            kind: 'code',
            hint: '英大文字・数字・ハイフンで40文字まで。台帳の取込みで使います。',
          },
          ...factFields(),
        ],
        shape: shapeFacts,
        submit: '起こす',
        rehearse: { label: '記録せずに確かめる', say: (answer) => [judged(answer)] },
        done: (answer) => ({ say: judged(answer), to: `#/services/${answer.serviceId}` }),
      },
    ],
  }),
}

/** @type {Page} */
export const nextVersion = {
  path: '/services/:serviceId/next',
  needs: 'draftServiceVersion',
  load: async ({ ask, params }) => {
    const service = await ask('getService', params)
    const number = String(Math.max(...service.versions.map((version) => version.number)))
    const { facts } = await ask('getServiceVersion', { ...params, number })
    return {
      title: `${service.code} の次の版を起こす`,
      lead: 'いまの内容が入っています。変わるところを直してください。種類は変えられません。',
      back: { text: service.code, to: `#/services/${service.serviceId}` },
      blocks: [
        {
          kind: 'form',
          name: 'draft',
          heading: `第${Number(number) + 1}版の内容`,
          open: true,
          call: 'draftServiceVersion',
          params,
          fields: factFields(factsAsGiven(facts)),
          shape: shapeFacts,
          submit: '起こす',
          rehearse: { label: '記録せずに確かめる', say: (answer) => [judged(answer)] },
          done: (answer) => ({ say: judged(answer), to: `#/services/${answer.serviceId}` }),
        },
      ],
    }
  },
}
