/** Forms of companies and bodies that stand before or after a name and are left out or shortened at will. */
const whole: readonly string[] = [
  '株式会社',
  '有限会社',
  '合同会社',
  '合資会社',
  '合名会社',
  '相互会社',
  '特定目的会社',
  '医療法人',
  '医療法人社団',
  '医療法人財団',
  '社会医療法人',
  '社会医療法人社団',
  '社会医療法人財団',
  '特定医療法人',
  '一般社団法人',
  '一般財団法人',
  '公益社団法人',
  '公益財団法人',
  '社団法人',
  '財団法人',
  '社会福祉法人',
  '更生保護法人',
  '学校法人',
  '準学校法人',
  '宗教法人',
  '特定非営利活動法人',
  '認定特定非営利活動法人',
  'npo法人',
  '独立行政法人',
  '地方独立行政法人',
  '国立大学法人',
  '公立大学法人',
  '農事組合法人',
  '管理組合法人',
  '職業訓練法人',
  '税理士法人',
  '監査法人',
  '有限責任監査法人',
  '弁護士法人',
  '司法書士法人',
  '行政書士法人',
  '社会保険労務士法人',
  '土地家屋調査士法人',
  '弁理士法人',
  '特許業務法人',
  '投資法人',
  '有限責任事業組合',
  '協同組合',
  '企業組合',
  '協業組合',
]

/** Short form of each, as it stands in brackets. */
const shortFor: Readonly<Record<string, string>> = {
  株: '株式会社',
  有: '有限会社',
  同: '合同会社',
  資: '合資会社',
  名: '合名会社',
  相: '相互会社',
  医: '医療法人',
  医社: '医療法人社団',
  医財: '医療法人財団',
  社医: '社会医療法人',
  一社: '一般社団法人',
  一財: '一般財団法人',
  公社: '公益社団法人',
  公財: '公益財団法人',
  社: '社団法人',
  財: '財団法人',
  福: '社会福祉法人',
  社福: '社会福祉法人',
  更: '更生保護法人',
  学: '学校法人',
  宗: '宗教法人',
  特非: '特定非営利活動法人',
  npo: '特定非営利活動法人',
  独: '独立行政法人',
  地独: '地方独立行政法人',
  農: '農事組合法人',
  管: '管理組合法人',
  税: '税理士法人',
  監: '監査法人',
  弁: '弁護士法人',
  司: '司法書士法人',
  行: '行政書士法人',
  労: '社会保険労務士法人',
  特: '特定医療法人',
}
const short = Object.keys(shortFor).sort((one, other) => other.length - one.length)

/** Short forms that bank transfers use, with a bracket towards the name: カ)架空, 架空(カ. */
const ofTransfers = 'カ|ユ|ド|シ|メ|イ|シャ|ザイ|フク|ガク|シュウ|ゼイ|ベン'

const longestFirst = [...whole].sort((one, other) => other.length - one.length)
const form = `(?:${longestFirst.join('|')}|[([〔【<〈{](?:${short.join('|')})[)\\]〕】>〉}])`
const before = new RegExp(`^(?:${form}|(?:${ofTransfers})\\))`)
const after = new RegExp(`(?:${form}|\\((?:${ofTransfers})\\)?)$`)

/** A name without its legal form, once at each end; one in the middle is part of the name. Of a name folded already. */
export const withoutLegalForm = (folded: string): string => folded.replace(before, '').replace(after, '')

const inFull = (form: string): string => {
  const bare = form.replaceAll(/[([〔【<〈{)\]〕】>〉}]/g, '')
  return bare === 'npo法人' ? '特定非営利活動法人' : (shortFor[bare] ?? bare)
}

/** The legal forms a name bears at either end, in full: 株式会社 of （株）. Of a name folded already. */
export const legalFormsOf = (folded: string): readonly string[] => {
  const first = before.exec(folded)?.[0]
  const last = after.exec(first === undefined ? folded : folded.slice(first.length))?.[0]
  return [first, last].flatMap((one) => (one === undefined ? [] : [inFull(one)]))
}
