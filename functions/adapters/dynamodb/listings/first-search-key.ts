/** Forms of companies and bodies, as they stand before or after a name; longer ones first. */
const legalForms = [
  '特定非営利活動法人',
  '社会福祉法人',
  '医療法人社団',
  '医療法人財団',
  '一般社団法人',
  '一般財団法人',
  '公益社団法人',
  '公益財団法人',
  '医療法人',
  '学校法人',
  '宗教法人',
  '株式会社',
  '有限会社',
  '合同会社',
  '合資会社',
  '合名会社',
  '(株)',
  '(有)',
  '(同)',
  '(資)',
  '(名)',
]

/** Characters that people type for one another in names of firms. NFKC leaves them apart. */
const otherForms: ReadonlyMap<string, string> = new Map(
  '髙高 﨑崎 嵜崎 𠮷吉 德徳 濵浜 濱浜 邊辺 邉辺 齋斎 齊斉 澤沢 廣広 國国 惠恵 眞真 條条 榮栄 龍竜 櫻桜 瀨瀬 嶋島 舘館 冨富'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)

const longest = 60

const hiragana = /[\u3041-\u3096]/g
const toKatakana = (text: string): string =>
  text.replace(hiragana, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0x60))

/**
 * The key a name was listed under until a listing kept its keys: it is only ever looked for to be taken away, and never
 * changes.
 */
export const firstSearchKeyOf = (name: string): string => {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・]/gu, '')
  const before = legalForms.find((form) => plain.startsWith(form)) ?? ''
  const rest = plain.slice(before.length)
  const after = legalForms.find((form) => rest.endsWith(form)) ?? ''
  const own = rest.slice(0, rest.length - after.length)
  return [...toKatakana(own)]
    .map((one) => otherForms.get(one) ?? one)
    .slice(0, longest)
    .join('')
}
