import type { Words } from '../../domain/words.ts'

/** A row of the table of what changed from 1.1 to 1.2, in our words. Clauses name the rows that speak of them. */
export type ChangeRow = {
  readonly row: number
  readonly about: Words
  /** Note where the row says less, or something else, than its clause; or why no clause answers to it. */
  readonly note?: Words
  /** Reason why no clause names it; without this, one must. */
  readonly without?: 'missing' | 'wording'
}

export const tableOfChanges: readonly ChangeRow[] = [
  {
    row: 1,
    about: { ja: 'データ保存先の所在国の記載', en: 'stating the country of data storage' },
    note: {
      ja: '方向性の欄は「記載して合意」、条文は「記載」。記載に加え、署名のときに項目ごとの確認を得る。',
      en: 'The direction column says to state and agree, the clause to state. We do both.',
    },
  },
  { row: 2, about: { ja: '監視装置とサービス提供の所在国の記載', en: 'stating devices and the country of provision' } },
  { row: 3, about: { ja: 'リモートによる支援へのユーザーの合意', en: "the user's consent to remote support" } },
  {
    row: 4,
    about: { ja: '自己負担のない緊急時の対応支援の回数', en: 'how many supports cost the user nothing' },
    note: {
      ja: '条文は「少なくとも年1回」、方向性の欄は「年2回」。条文の1回を用い、2回は用いない。',
      en: 'The clause says at least once a year, the direction column twice. Once is used, twice is not.',
    },
  },
  { row: 5, about: { ja: '保険の補償範囲の記載と説明資料', en: 'stating the cover, and a plain explanation' } },
  {
    row: 6,
    about: { ja: 'プリンターなどのオフィス機器の監視は求めない', en: 'printers and the like need not be watched' },
    note: {
      ja: '方向性の欄だけにあり、引用された条文にはない。対象外として数えない。',
      en: 'Said in the direction column alone, not in the clause quoted. They are not counted.',
    },
  },
  {
    row: 7,
    about: { ja: 'ネットワーク監視型が備える機能と設置場所', en: 'functions and placement of the network type' },
  },
  { row: 8, about: { ja: '端末監視型が備える機能と導入する端末', en: 'functions and terminals of the endpoint type' } },
  { row: 9, about: { ja: 'インシデントを検知したときの通知', en: 'telling of detected incidents' } },
  { row: 10, about: { ja: '初期費用の上限', en: 'the cap of the initial fee' } },
  {
    row: 11,
    about: { ja: '欠番', en: 'missing' },
    note: { ja: '表は10行目から12行目へ続く。内容は分からず、補わない。', en: 'The table goes from row 10 to row 12.' },
    without: 'missing',
  },
  { row: 12, about: { ja: '実施主体の定義', en: 'who the implementing entity is' } },
  { row: 13, about: { ja: '再販協力会社の定義と実施主体の責任', en: 'resellers, and who answers for them' } },
  {
    row: 14,
    about: { ja: 'サービス内容の変更の届出', en: 'notifying changes of the service' },
    note: {
      ja: '方向性の欄は再販協力会社を含むとするが、引用された条文に再販協力会社の語はない。',
      en: 'The direction column includes resellers; the clause quoted does not speak of them.',
    },
  },
  { row: 15, about: { ja: '基準の遵守と登録の取消し', en: 'keeping the standard, and revocation' } },
  {
    row: 16,
    about: { ja: '形式と表現の修正', en: 'wording' },
    note: { ja: '内容を変えるものではない。', en: 'It changes no duty.' },
    without: 'wording',
  },
]
