// @ts-check
// Written by `npm run build:console` from shared/domain/contract/contract-terms.ts, and never by hand.

/**
 * The plain terms of a contract, in the order people read them.
 * @type {readonly {
 *   name: string, kind: 'number' | 'day', unit: string, label: string,
 *   field: { label: string, hint?: string, initial?: string }, optional: boolean, shown: boolean, column: string | null,
 * }[]}
 */
export const contractTerms = [
  {
    name: 'monthlyFeeExTaxYen',
    kind: 'number',
    unit: '円',
    label: '月額',
    field: {
      label: '月額料金（円、税抜）',
    },
    optional: false,
    shown: true,
    column: '月額(税抜)',
  },
  {
    name: 'terminals',
    kind: 'number',
    unit: '台',
    label: '端末数',
    field: {
      label: '端末数',
      hint: 'パソコンとサーバーの台数です。プリンターなどのオフィス機器は、監視の対象ではなく、数えません。',
    },
    optional: false,
    shown: true,
    column: '端末数',
  },
  {
    name: 'importantTerminals',
    kind: 'number',
    unit: '台',
    label: '重要情報を扱う端末数',
    field: {
      label: '重要情報を扱う端末数',
      hint: '端末監視型と併用型のときに要ります。一台もなければ 0 と入れてください。',
    },
    optional: true,
    shown: true,
    column: '重要情報を取り扱う端末数',
  },
  {
    name: 'termMonths',
    kind: 'number',
    unit: 'か月',
    label: '契約期間',
    field: {
      label: '契約期間（月）',
      initial: '12',
    },
    optional: false,
    shown: false,
    column: null,
  },
  {
    name: 'startOn',
    kind: 'day',
    unit: '',
    label: '開始日',
    field: {
      label: '提供を始める日',
    },
    optional: false,
    shown: true,
    column: '開始日',
  },
]
