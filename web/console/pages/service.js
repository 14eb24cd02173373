// @ts-check
import { readingOf } from '../problems.js'
import { changeKinds, monitoringTypes, optionsOf, word } from '../words.js'
import { choicesOf, count, dayInWords, dayOr, isEntity, period } from './common.js'
import { factsAsGiven } from './service-facts-given.js'
import { factFields } from './service-facts.js'

/**
 * One service: its versions, what the standard objects to, publishing and registration.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Answer<'getService'>} Service
 * @typedef {import('../shapes.js').Answer<'getServiceVersion'>} Version
 */

/** @type {(service: Service, version: Version, today: string) => readonly import('../shapes.js').Form[]} */
const publishing = ({ serviceId, version: ifMatch, versions }, { number, offeredFrom }, today) =>
  offeredFrom
    ? []
    : [
        {
          kind: 'form',
          name: 'publish',
          heading: `第${number}版を公開する`,
          lead: ['提供を始める日から、新しい契約はこの版で結ばれます。基準に反する版は公開できません。'],
          call: 'publishServiceVersion',
          params: { serviceId, number: String(number) },
          ifMatch,
          fields: [
            { name: 'offeredFrom', label: '提供を始める日', kind: 'day', initial: today },
            ...(versions.length > 1
              ? /** @type {const} */ ([
                  { name: 'change.kind', label: '変更の種別', kind: 'choice', options: optionsOf(changeKinds) },
                  { name: 'change.summary', label: '変更の内容', kind: 'long' },
                ])
              : []),
          ],
          submit: '公開する',
          rehearse: { label: '記録せずに確かめる', say: () => [] },
          done: () => ({ say: `第${number}版を公開しました。`, to: `#/services/${serviceId}` }),
        },
      ]

/** @type {(service: Service, bodies: readonly { registrationBodyId: string, name: string }[]) => import('../shapes.js').Form} */
const registering = ({ serviceId, registration }, bodies) => ({
  kind: 'form',
  name: 'registration',
  heading: registration ? '登録を記録し直す（更新）' : '審査登録機関への登録を記録する',
  call: 'recordRegistration',
  params: { serviceId },
  fields: [
    {
      name: 'registrationBodyId',
      label: '審査登録機関',
      kind: 'pick',
      options: choicesOf(bodies, 'registrationBodyId', ({ name }) => name),
      initial: registration?.registrationBodyId,
    },
    { name: 'number', label: '登録番号', initial: registration?.number },
    { name: 'from', label: '登録の初日', kind: 'day', initial: registration?.from },
    {
      name: 'until',
      label: '登録の最終日',
      kind: 'day',
      optional: true,
      orNull: true,
      hint: '期限がなければ空けておきます。',
    },
  ],
  places: { 'registration.until': 'until' },
  submit: '記録する',
  done: () => ({ say: '登録を記録しました。', to: `#/services/${serviceId}` }),
})

/** @type {Page} */
export const service = {
  path: '/services/:serviceId',
  needs: 'getService',
  load: async (visit) => {
    const { ask, params, query, who } = visit
    const found = await ask('getService', params)
    const latest = Math.max(...found.versions.map(({ number }) => number))
    const own = isEntity(visit)
    const [version, bodies] = await Promise.all([
      ask('getServiceVersion', { ...params, number: query['version'] ?? String(latest) }),
      own ? ask('listRegistrationBodies').then(({ items }) => items) : [],
    ])
    const { registration } = found
    const body = bodies.find(({ registrationBodyId }) => registrationBodyId === registration?.registrationBodyId)
    return {
      title: `${version.facts.name}（${found.code}）`,
      back: { text: 'サービス', to: '#/services' },
      blocks: [
        {
          kind: 'facts',
          rows: [
            ['種類', word(monitoringTypes, found.monitoringType)],
            [
              '登録',
              registration
                ? [`${body?.name ?? '審査登録機関'} 第 ${registration.number} 号`, period(registration)]
                : '未記録',
            ],
          ],
        },
        {
          kind: 'table',
          heading: '版',
          columns: ['版', '基準の版', '提供を始める日', '変更の種別'],
          rows: found.versions.map(({ number, edition, offeredFrom, change }) => [
            { text: `第${number}版`, to: `#/services/${found.serviceId}?version=${number}` },
            edition,
            offeredFrom ? dayInWords(offeredFrom) : '公開前',
            word(changeKinds, change),
          ]),
          none: '版は、まだありません。',
        },
        {
          kind: 'reasons',
          heading: `第${version.number}版の判定（基準 ${version.edition}）`,
          none: '基準に反するところはありません。',
          items: version.breaches.map((breach) => ({
            clause: breach.clause,
            why: breach.why.ja,
            note: readingOf(breach),
          })),
        },
        ...(version.doubts.length > 0
          ? [
              /** @type {const} */ ({
                kind: 'reasons',
                heading: '基準について言い切れない点',
                none: '',
                items: version.doubts.map((doubt) => ({
                  clause: doubt.clause,
                  why: doubt.why.ja,
                  note: readingOf(doubt),
                })),
              }),
            ]
          : []),
        {
          kind: 'facts',
          heading: `第${version.number}版の内容`,
          rows: [
            ['提供を始める日', dayOr(version.offeredFrom)],
            ...factFields(factsAsGiven(version.facts)).flatMap(asFact),
          ],
        },
        ...(own
          ? [
              /** @type {const} */ ({
                kind: 'links',
                items: [
                  {
                    text: '条ごとの点検を読む',
                    paper: 'getServiceConformityPage',
                    params: { ...params, number: String(version.number) },
                  },
                  { text: '版の移行に足りないものを読む', paper: 'getGapPage', params },
                  { text: '証拠の記録', to: `#/services/${found.serviceId}/evidence` },
                  { text: '次の版を起こす', to: `#/services/${found.serviceId}/next` },
                ],
              }),
              ...publishing(found, version, who.today),
              registering(found, bodies),
            ]
          : []),
      ],
    }
  },
}

/** A value of a row, a choice in its words. @type {(field: import('../shapes.js').Field, row: Readonly<Record<string, string>>) => string} */
const inRow = ({ name, options = [] }, row) => options.find(([value]) => value === row[name])?.[1] ?? row[name] ?? ''

/** A field of the form as a fact that is read. @type {(field: import('../shapes.js').Field) => readonly (readonly [string, string | readonly string[]])[]} */
const asFact = ({ label, initial = '', options = [], kind, of = [] }) => {
  const named = (/** @type {string} */ one) =>
    kind === 'yesNo' ? (one === 'yes' ? 'はい' : 'いいえ') : (options.find(([value]) => value === one)?.[1] ?? one)
  if (typeof initial === 'string' && initial === '') return []
  if (typeof initial === 'string') return [[label, kind === 'number' ? count(Number(initial)) : named(initial)]]
  const lines = initial.map((one) =>
    typeof one === 'string'
      ? named(one)
      : of
          .map((field) => inRow(field, one))
          .join(' ')
          .trim(),
  )
  return [[label, lines.length > 0 ? lines : 'なし']]
}
