// @ts-check
import { may } from '../calls.js'
import { disclosureItems, redisclosureStages, standings, tellings, optionsOf, word } from '../words.js'
import { count, dayInWords, inJapan, namesFor } from './common.js'
import { daysLeftInWords } from './exceptions.js'

/**
 * 再開示: the campaigns there are, one with its progress and what is left, and what is noted of a contract.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Answer<'getRedisclosure'>} Campaign
 */

const itemsOf = (/** @type {readonly string[]} */ items) => items.map((one) => word(disclosureItems, one))

/** @type {Page} */
export const redisclosures = {
  path: '/redisclosures',
  menu: '再開示',
  needs: 'listRedisclosures',
  load: async (visit) => {
    const [{ items }, names] = await Promise.all([visit.ask('listRedisclosures'), namesFor(visit)])
    const versions = names.services.flatMap(({ serviceId, code, versions: all }) =>
      all.flatMap(({ number, offeredFrom }) =>
        number > 1 && offeredFrom
          ? [
              [
                code,
                { text: `第${number}版`, to: `#/redisclosures/of/${serviceId}/${number}` },
                dayInWords(offeredFrom),
              ],
            ]
          : [],
      ),
    )
    return {
      title: '再開示',
      lead: 'サービスの新しい版で開示の内容が変わったとき、前の文を見て契約したユーザーへ、期限を決めて知らせます。',
      blocks: [
        {
          kind: 'table',
          columns: ['サービス', '段階', '変わった事項', '契約', '期限'],
          rows: items.map((one) => [
            {
              text: `${names.service(one.serviceId)} 第${one.toVersion}版`,
              to: `#/redisclosures/${one.redisclosureId}`,
            },
            word(redisclosureStages, one.stage),
            itemsOf(one.items),
            `${count(one.contracts)}件`,
            [dayInWords(one.dueOn), daysLeftInWords(one.daysLeft)],
          ]),
          none: '再開示は、まだありません。',
        },
        {
          kind: 'table',
          heading: '前の文による契約を、版ごとに見る',
          columns: ['サービス', '版', '提供を始めた日'],
          rows: versions,
          none: '二つ目以降の版で、公開されたものはありません。',
        },
      ],
    }
  },
}

const saw = { signed: '署名', confirmed: '紙の契約を確認', onPaper: '紙の契約（確認待ち）' }

/** @type {Page} */
export const affected = {
  path: '/redisclosures/of/:serviceId/:number',
  needs: 'listAffectedContracts',
  load: async (visit) => {
    const { ask, params, query } = visit
    const [{ items, nextCursor }, names] = await Promise.all([
      ask('listAffectedContracts', params, query),
      namesFor(visit),
    ])
    const here = `#/redisclosures/of/${params['serviceId']}/${params['number']}`
    return {
      title: `第${params['number']}版で開示の変わる契約`,
      back: { text: '再開示', to: '#/redisclosures' },
      blocks: [
        { kind: 'facts', rows: [['サービス', names.service(params['serviceId'] ?? '')]] },
        {
          kind: 'table',
          columns: ['ユーザー', '契約の版', '変わった事項', '販売者', '前の文を見た人'],
          rows: items.map((one) => [
            { text: one.sme.name, to: `#/contracts/${one.contractId}` },
            `第${one.serviceVersion}版`,
            itemsOf(one.items),
            names.party(one.resellerId),
            [[one.saw.title, one.saw.name].filter(Boolean).join(' '), `${saw[one.saw.how]} ${dayInWords(one.saw.on)}`],
          ]),
          none: '前の文による有効な契約はありません。',
        },
        ...(nextCursor
          ? [
              /** @type {const} */ ({
                kind: 'links',
                items: [{ text: '続きを見る', to: `${here}?${new URLSearchParams({ cursor: nextCursor })}` }],
              }),
            ]
          : []),
        {
          kind: 'form',
          name: 'open',
          heading: '再開示を始める',
          call: 'openRedisclosure',
          params,
          fields: [{ name: 'dueOn', label: '期限', kind: 'day', hint: 'この日までに、すべてのユーザーに知らせます。' }],
          places: { redisclosure: 'dueOn' },
          submit: '始める',
          done: (answer) => ({ say: '再開示を始めました。', to: `#/redisclosures/${answer.redisclosureId}` }),
        },
      ],
    }
  },
}

/** @type {Page} */
export const redisclosure = {
  path: '/redisclosures/:redisclosureId',
  needs: 'getRedisclosure',
  load: async (visit) => {
    const { ask, params, who } = visit
    const [found, names] = await Promise.all([ask('getRedisclosure', params), namesFor(visit)])
    const { progress, redisclosureId } = found
    const here = `#/redisclosures/${redisclosureId}`
    return {
      title: `第${found.toVersion}版の再開示`,
      back: { text: '再開示', to: '#/redisclosures' },
      blocks: [
        {
          kind: 'progress',
          heading: '進み具合',
          label: '済んだ契約',
          done: progress.contracts - progress.open - progress.overdue,
          total: progress.contracts,
        },
        {
          kind: 'facts',
          rows: [
            ['サービス', names.service(found.serviceId)],
            ['段階', word(redisclosureStages, found.stage)],
            ['変わった事項', itemsOf(found.items)],
            ['期限', [dayInWords(found.dueOn), daysLeftInWords(found.daysLeft)]],
            ['始めた時', inJapan(found.openedAt)],
            ['新しい版に改めた契約', `${count(progress.amended)}件`],
            ['知らせた契約', `${count(progress.told)}件`],
            ['理由を記録して残した契約', `${count(progress.left)}件`],
            ['終わった契約', `${count(progress.ended)}件`],
            ['まだの契約', `${count(progress.open)}件`],
            ['期限を過ぎた契約', `${count(progress.overdue)}件`],
          ],
        },
        {
          kind: 'table',
          heading: '残り',
          columns: ['ユーザー', '状況', '変わった事項', '販売者', '署名'],
          rows: found.remaining.map((one) => [
            { text: one.sme.name, to: `${here}/${one.contractId}` },
            word(standings, one.standing),
            itemsOf(one.items),
            names.party(one.resellerId),
            one.itemsToSign.length > 0 ? '要る（契約を改める）' : '要らない',
          ]),
          none: '残りはありません。',
        },
        {
          kind: 'links',
          items: [{ text: '残りを表で保存する', saves: 'downloadRemaining', as: '再開示の残り.csv', params }],
        },
        ...(found.stage === 'open' && may(who.role, 'closeRedisclosure')
          ? [
              /** @type {Form} */ ({
                kind: 'form',
                name: 'close',
                heading: '再開示を閉じる',
                call: 'closeRedisclosure',
                params,
                fields: [],
                submit: '閉じる',
                done: () => ({ say: '再開示を閉じました。', to: here }),
              }),
            ]
          : []),
      ],
    }
  },
}

/** @type {(params: Readonly<Record<string, string>>) => readonly Form[]} */
const notes = (params) => {
  const done = () => ({ say: '記録しました。', to: `#/redisclosures/${params['redisclosureId']}` })
  return [
    {
      kind: 'form',
      name: 'tell',
      heading: '知らせたことを記録する',
      call: 'tellOfChange',
      params,
      fields: [
        { name: 'by', label: '方法', kind: 'choice', options: optionsOf(tellings) },
        { name: 'spokeTo', label: '話した相手', optional: true },
        { name: 'note', label: '備考', kind: 'long', optional: true },
      ],
      submit: '記録する',
      done,
    },
    {
      kind: 'form',
      name: 'leave',
      heading: '前の文のままにする理由を記録する',
      call: 'leaveUnderOldText',
      params,
      fields: [{ name: 'reason', label: '理由', kind: 'long' }],
      submit: '記録する',
      done,
    },
  ]
}

/** @type {Page} */
export const redisclosedContract = {
  path: '/redisclosures/:redisclosureId/:contractId',
  needs: 'tellOfChange',
  load: async ({ ask, params }) => {
    const { sme } = await ask('getContract', { contractId: params['contractId'] ?? '' })
    return {
      title: `${sme.name} への再開示`,
      lead: '装置と相談窓口だけの変更なら、知らせれば済みます（当社解釈）。ほかの変更は、契約を改めて署名を受けます。',
      back: { text: '再開示', to: `#/redisclosures/${params['redisclosureId']}` },
      blocks: notes(params),
    }
  },
}
