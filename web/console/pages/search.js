// @ts-check
import { amountAsWritten, dayAsWritten } from '../as-written.js'
import { may } from '../calls.js'
import { contractStages, word } from '../words.js'
import { count, dayInWords, following, namesFor, yen } from './common.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {Readonly<Record<string, string | undefined>>} Query
 */

/** What a field was filled in with, read; undefined where it is empty. @template Value */
const readBy =
  (/** @type {(text: string) => import('../as-written.js').Read<Value>} */ read) =>
  (/** @type {string | undefined} */ given) =>
    given === undefined || given.trim() === '' ? undefined : read(given)
const plain = (/** @type {import('../as-written.js').Read<string | number> | undefined} */ read) =>
  read?.ok ? String(read.value) : undefined
const dayIn = readBy(dayAsWritten)
const amountIn = readBy(amountAsWritten)

/** Thirteen digits of which the first checks the others. @param {string} given */
const isCorporateNumber = (given) => {
  if (!/^[1-9]\d{12}$/.test(given)) return false
  const sum = [...given.slice(1)].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 2 : 1), 0)
  return Number(given[0]) === 9 - (sum % 9)
}

/**
 * What cannot be asked, in the reader's words, so that the fields stay as they were filled in.
 * @param {Query} query
 */
const objectionsTo = ({ signedFrom, signedUntil, amountFrom, amountUntil, corporateNumber, name }) => {
  const [first, last] = [dayIn(signedFrom), dayIn(signedUntil)]
  const [from, until] = [amountIn(amountFrom), amountIn(amountUntil)]
  return [
    ...[first, last].flatMap((day) => (day && !day.ok ? [`取引年月日: ${day.why}`] : [])),
    ...(first?.ok && last?.ok && last.value < first.value
      ? ['取引年月日の終わりが、始まりより前になっています。']
      : []),
    ...[from, until].flatMap((amount) => (amount && !amount.ok ? [`取引金額: ${amount.why}`] : [])),
    ...(from?.ok && until?.ok && until.value < from.value ? ['取引金額の上限が、下限より小さくなっています。'] : []),
    ...(corporateNumber && !isCorporateNumber(corporateNumber.normalize('NFKC'))
      ? ['法人番号は、13桁の数字を正しく入れてください。']
      : []),
    ...(name && name.length > 150 ? ['取引先の名称は、150文字までです。'] : []),
  ]
}

/** The query as the API takes it. @param {Query} query @returns {Readonly<Record<string, string>>} */
const askedOf = ({ signedFrom, signedUntil, amountFrom, amountUntil, corporateNumber, name }) => {
  const asked = {
    signedFrom: plain(dayIn(signedFrom)),
    signedUntil: plain(dayIn(signedUntil)),
    amountFrom: plain(amountIn(amountFrom)),
    amountUntil: plain(amountIn(amountUntil)),
    corporateNumber: corporateNumber?.normalize('NFKC'),
    name,
  }
  return Object.fromEntries(Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : [])))
}

/** @param {Query} query @returns {import('../shapes.js').Filter} */
const panel = (query) => ({
  kind: 'filter',
  path: '/contracts/search',
  fields: [
    {
      name: 'signedFrom',
      label: '取引年月日（この日から）',
      kind: 'day',
      initial: plain(dayIn(query['signedFrom'])) ?? query['signedFrom'],
    },
    {
      name: 'signedUntil',
      label: '取引年月日（この日まで）',
      kind: 'day',
      initial: plain(dayIn(query['signedUntil'])) ?? query['signedUntil'],
    },
    {
      name: 'amountFrom',
      label: '取引金額（税抜・円、この額から）',
      hint: '初期費用と、契約期間の月額を合わせた額です。',
      kind: 'number',
      initial: query['amountFrom'],
    },
    {
      name: 'amountUntil',
      label: '取引金額（税抜・円、この額まで）',
      kind: 'number',
      initial: query['amountUntil'],
    },
    {
      name: 'name',
      label: '取引先の名称',
      hint: '名称のはじめの部分で探します。「株式会社」などは省けます。',
      initial: query['name'],
    },
    { name: 'corporateNumber', label: '取引先の法人番号', kind: 'code', initial: query['corporateNumber'] },
  ],
  submit: '探す',
})

/** What is found is read from listings of their own, which can be made anew. @type {import('../shapes.js').Form} */
const relisting = {
  kind: 'form',
  name: 'relist',
  heading: '検索用の索引を作り直す',
  lead: ['結んだはずの契約が見つからないときに使います。契約そのものは変わりません。作り直しているあいだも探せます。'],
  call: 'relistContracts',
  fields: [],
  submit: '作り直す',
  done: ({ operationId }) => ({ say: '索引の作り直しを受け付けました。', to: `#/operations/${operationId}` }),
}

/** @type {Page} */
export const search = {
  path: '/contracts/search',
  menu: '契約を探す',
  needs: 'searchContracts',
  load: async (visit) => {
    const { ask, query } = visit
    const title = '契約を探す'
    const lead =
      '結ばれた契約（終わったものを含みます）を、取引年月日・取引金額・取引先の組合せで探します。結ばれてから載るまでに、少し時間がかかることがあります。'
    const objections = objectionsTo(query)
    if (objections.length > 0)
      return { title, lead, blocks: [panel(query), { kind: 'words', tone: 'alert', lines: objections }] }

    const asked = askedOf(query)
    const [names, page] = await Promise.all([
      namesFor(visit),
      ask('searchContracts', {}, { ...asked, cursor: query['cursor'] }),
    ])
    return {
      title,
      lead,
      blocks: [
        panel(query),
        {
          kind: 'links',
          items: [
            {
              text: '見つかった契約をすべて CSV で保存する（5,000件まで）',
              saves: 'downloadFoundContracts',
              as: `契約-${visit.who.today}.csv`,
              query: asked,
            },
          ],
        },
        {
          kind: 'table',
          heading: '見つかった契約（新しい順）',
          columns: ['取引年月日', '取引金額（税抜）', '取引先', '法人番号', '初期費用', '月額', '段階', 'いま預かる者'],
          rows: page.items.map(
            ({ contractId, sme, signedOn, contractAmountExTaxYen, terms, stage, endedOn, holder }) => [
              dayInWords(signedOn),
              yen(contractAmountExTaxYen),
              { text: sme.name, to: `#/contracts/${contractId}` },
              sme.smeId,
              yen(terms.initialFeeExTaxYen),
              `${yen(terms.monthlyFeeExTaxYen)}（${count(terms.termMonths)}か月）`,
              endedOn ? `${word(contractStages, stage)}（${dayInWords(endedOn)}）` : word(contractStages, stage),
              names.party(holder),
            ],
          ),
          none: page.nextCursor ? 'ここまでには、当てはまる契約がありません。' : '当てはまる契約はありません。',
        },
        ...following('/contracts/search', query, page.nextCursor),
        ...(may(visit.who.role, 'relistContracts') ? [relisting] : []),
      ],
    }
  },
}
