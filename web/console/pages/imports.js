// @ts-check
import { contractTerms } from '../generated/contract-terms.js'
import { count, following } from './common.js'
import { judged } from './operation.js'
import { operationTable } from './operations.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 */

const columns =
  '行番号、再販協力会社コード、法人番号、会社名、都道府県、従業員数、業種、サービスコード、初期費用(税抜)、月額(税抜)、端末数、契約日、契約年数、通知先メール、通知先電話、リモート支援の同意、説明方法、説明日'

const furtherColumns = [
  '会社名ふりがな',
  '郵便番号',
  '住所',
  '建物名',
  '提供場所の名称',
  '提供場所の郵便番号',
  '提供場所の住所',
  '提供場所の建物名',
  '説明した事項',
  ...contractTerms.flatMap(({ optional, column }) => (optional && column ? [column] : [])),
  '提供開始日',
  '自動更新（月）',
  '更新の申出期限（日前）',
  '契約終了日',
  '終了の事由',
].join('、')
const ofItems =
  '説明した事項には、開示の項目の名前を「、」で区切って並べるか「すべて」と入れます。空欄なら、説明したことだけを記録し、どの項目を説明したとも記録しません。'

/** @type {Page} */
export const imports = {
  path: '/imports',
  menu: '台帳の取込み',
  needs: 'importContracts',
  load: async ({ ask, who, query }) => {
    const page = await ask('listOperations', {}, query)
    return {
      title: '紙の契約の台帳を取り込む',
      lead: '紙で結んだ契約を、CSV の一行を一件としてまとめて記録します。同じ行を二度取り込んでも、二重にはなりません。',
      blocks: [
        {
          kind: 'form',
          name: 'import',
          heading: '台帳のファイル',
          open: true,
          lead: [`見出しの欄: ${columns}`, `あれば読む欄: ${furtherColumns}`, ofItems],
          call: 'importContracts',
          fields: [
            {
              name: 'contentBase64',
              label: 'CSV ファイル',
              kind: 'file',
              hint: '一度に10,000行まで。文字コードは UTF-8 でもシフトJISでもかまいません。日付や金額は、表計算ソフトの書き方のままで読みます。実施主体が直接結んだ契約は、再販協力会社コードを「直販」とします。断られた行は、行ごとの結果の CSV を直して、そのまま取り込み直せます。',
            },
            { name: 'attestedBy.name', label: '記録する担当者の氏名', hint: '台帳に間違いがないと確かめた人です。' },
            { name: 'attestedBy.title', label: '記録する担当者の役職' },
          ],
          fixed: { format: 'csv' },
          places: { content: 'contentBase64' },
          submit: '取り込む',
          rehearse: { label: '取り込まずに確かめる', say: rehearsed },
          done: ({ operationId }) => ({ say: '取込みを受け付けました。', to: `#/operations/${operationId}` }),
        },
        operationTable(page.items, who.role),
        ...following('/imports', query, page.nextCursor),
      ],
    }
  },
}

/** What a dry run says: of a short book row by row, of a long one where that can be read. */
const rehearsed = (/** @type {import('../shapes.js').Answer<'importContracts'>} */ { total, rows }) =>
  rows
    ? judged(rows, '記録でき')
    : [`${count(total ?? 0)}行の判定を始めました。この画面を開き直すと、「取込みの下調べ」として一覧に出ます。`]
