// @ts-check
import { contractStages, monitoringTypes, optionsOf, takeoverStages, word } from '../words.js'
import { doubts } from '../words-of-the-standard.js'
import { attestFields, bindingOf, draftFields, draftPlaces } from './contract-fields.js'
import { choicesOf, dayOr, enough, following, isEntity, namesFor, yen } from './common.js'
import { approvedExceptions, exceptionFields, underException } from './exception-fields.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Answer<'listContracts'>['items'][number]} Line
 */

/** @type {Page} */
export const contracts = {
  path: '/contracts',
  menu: '契約',
  needs: 'listContracts',
  load: async (visit) => {
    const { ask, query } = visit
    const { cursor, ...filters } = query
    const [names, page] = await Promise.all([
      namesFor(visit),
      enough((next) => ask('listContracts', {}, { ...filters, cursor: next }), cursor),
    ])
    const resellers = choicesOf(names.resellers, 'resellerId', ({ name }) => name)
    return {
      title: '契約',
      blocks: [
        {
          kind: 'links',
          items: [
            { text: '契約を起案する', to: '#/contracts/new' },
            { text: '紙で結んだ契約を記録する', to: '#/contracts/attest' },
            ...(isEntity(visit) ? [{ text: '紙の契約の台帳を取り込む', to: '#/imports' }] : []),
          ],
        },
        {
          kind: 'filter',
          path: '/contracts',
          fields: [
            ...(isEntity(visit)
              ? [
                  /** @type {const} */ ({
                    name: 'resellerId',
                    label: '再販協力会社',
                    kind: 'pick',
                    options: resellers,
                    initial: query['resellerId'],
                  }),
                ]
              : []),
            { name: 'stage', label: '段階', kind: 'pick', options: optionsOf(contractStages), initial: query['stage'] },
            {
              name: 'serviceId',
              label: 'サービス',
              kind: 'pick',
              options: choicesOf(names.services, 'serviceId', ({ code }) => code),
              initial: query['serviceId'],
            },
            { name: 'corporateNumber', label: 'ユーザーの法人番号', kind: 'code', initial: query['corporateNumber'] },
            {
              name: 'doubt',
              label: '基準について言い切れない点',
              kind: 'pick',
              options: [['any', 'あるものすべて'], ...optionsOf(doubts)],
              initial: query['doubt'],
            },
          ],
          submit: '絞り込む',
        },
        {
          kind: 'table',
          columns: [
            'ユーザー',
            '段階',
            'サービス',
            '販売者',
            '契約日',
            '月額（税抜）',
            ...(query['doubt'] ? ['言い切れない点'] : []),
          ],
          rows: page.items.map((line) => [
            { text: line.sme.name, to: `#/contracts/${line.contractId}` },
            stageOf(line),
            `${names.service(line.service.serviceId)}（${word(monitoringTypes, line.service.monitoringType)}）`,
            names.party(line.resellerId),
            dayOr(line.signedOn),
            yen(line.terms.monthlyFeeExTaxYen),
            ...(query['doubt']
              ? [(line.doubts ?? []).map(({ clause, kind }) => `${clause}：${word(doubts, kind)}`)]
              : []),
          ]),
          none: page.nextCursor ? 'ここまでには、当てはまる契約がありません。' : '当てはまる契約はありません。',
        },
        ...following('/contracts', query, page.nextCursor),
      ],
    }
  },
}

const stageOf = (/** @type {Line} */ { stage, takeover }) =>
  takeover ? [word(contractStages, stage), `引継ぎ: ${word(takeoverStages, takeover)}`] : word(contractStages, stage)

/** @type {Page} */
export const newContract = {
  path: '/contracts/new',
  needs: 'draftContract',
  load: async (visit) => {
    const [names, exceptions] = await Promise.all([namesFor(visit), approvedExceptions(visit)])
    const own = exceptions.filter(({ resellerId }) => resellerId === (isEntity(visit) ? null : visit.who.tenant))
    return {
      title: '契約を起案する',
      lead: '開示書面は、サービスの版とこの条件から組み立てられます。',
      back: { text: '契約', to: '#/contracts' },
      blocks: [
        {
          kind: 'form',
          name: 'draft',
          heading: '契約の内容',
          open: true,
          call: 'draftContract',
          fields: [
            ...draftFields(choicesOf(names.services, 'serviceId', ({ code }) => code)),
            ...exceptionFields(own, names.party),
          ],
          shape: underException(own),
          places: draftPlaces,
          submit: '起案する',
          rehearse: { label: '記録せずに確かめる', say: () => [] },
          done: ({ contractId }) => ({
            say: '契約を起案しました。次は説明の記録です。',
            to: `#/contracts/${contractId}`,
          }),
        },
      ],
    }
  },
}

/** @type {Page} */
export const revision = {
  path: '/contracts/:contractId/revise',
  needs: 'reviseContract',
  load: async (visit) => {
    const { ask, params } = visit
    const [names, exceptions, now, { disclosure }] = await Promise.all([
      namesFor(visit),
      approvedExceptions(visit),
      ask('getContract', params),
      ask('getDisclosure', params),
    ])
    // What it leaves out already stays as it is.
    const own = now.separate ? [] : exceptions.filter(({ resellerId }) => resellerId === now.resellerId)
    return {
      title: `${disclosure.sme.name} の契約を改める`,
      lead: '改めると、送ってあったリンクは使えなくなり、説明の記録がもう一度要ります。',
      back: { text: '契約', to: `#/contracts/${params['contractId']}` },
      blocks: [
        {
          kind: 'form',
          name: 'revise',
          heading: '契約の内容',
          open: true,
          call: 'reviseContract',
          params,
          ifMatch: now.version,
          fixed: bindingOf(now),
          fields: [
            ...draftFields(
              choicesOf(names.services, 'serviceId', ({ code }) => code),
              disclosure,
            ),
            ...exceptionFields(own, names.party),
          ],
          shape: underException(own),
          places: draftPlaces,
          submit: '改める',
          rehearse: { label: '記録せずに確かめる', say: () => [] },
          done: ({ contractId }) => ({ say: '契約を改めました。', to: `#/contracts/${contractId}` }),
        },
      ],
    }
  },
}

/** An explanation of which nothing was entered is none, for the rule of the standard to object to. @param {any} body */
const withExplanation = (body) => {
  const { items = [], ...told } = body.explanation ?? {}
  return { ...body, explanation: Object.keys(told).length > 0 || items.length > 0 ? body.explanation : null }
}

/** @type {Page} */
export const attestation = {
  path: '/contracts/attest',
  needs: 'attestContract',
  load: async (visit) => {
    const [names, exceptions] = await Promise.all([namesFor(visit), approvedExceptions(visit)])
    const bound = underException(exceptions)
    const fields = [
      ...attestFields(
        choicesOf(names.services, 'serviceId', ({ code }) => code),
        choicesOf(names.resellers, 'resellerId', ({ name }) => name),
      ),
      ...exceptionFields(exceptions, names.party),
    ]
    return {
      title: '紙で結んだ契約を記録する',
      lead: '記録すると、契約はその時から有効なものとして扱われます。ユーザーには、間違いがないかを確かめるお願いが届きます。',
      back: { text: '契約', to: '#/contracts' },
      blocks: [
        {
          kind: 'form',
          name: 'attest',
          heading: '契約書の内容',
          open: true,
          call: 'attestContract',
          fields: fields.map((field) => (field.name.startsWith('explanation.') ? { ...field, optional: true } : field)),
          places: {
            ...draftPlaces,
            ...(isEntity(visit) ? { resellerId: 'resellerId' } : {}),
            explanation: 'explanation.method',
            'resellerId or terms.serviceId': 'terms.serviceId',
          },
          shape: (body) => bound(withExplanation(body)),
          submit: '記録する',
          rehearse: { label: '記録せずに確かめる', say: () => [] },
          done: ({ contractId }) => ({ say: '紙で結んだ契約を記録しました。', to: `#/contracts/${contractId}` }),
        },
      ],
    }
  },
}
