import type { Words } from '../words.ts'

/**
 * Words on what a spreadsheet left in place of a value: an error of a formula, a column too narrow, or a number cut to
 * its first digits. Undefined for anything else.
 */
export const spreadsheetLeft = (bare: string): Words | undefined => {
  if (/^#{3,}$/.test(bare))
    return {
      ja: `「${bare.slice(0, 10)}」は、Excel の列の幅が足りずに値が隠れたものです。列を広げてから保存し直してください。`,
      en: 'A spreadsheet column was too narrow: the value itself was lost. Widen it and save again.',
    }
  if (/^#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!|calc!)$/i.test(bare))
    return {
      ja: `「${bare}」は、Excel の計算の誤りです。値そのものを入れてください。`,
      en: `${bare} is an error of a spreadsheet formula, and no value.`,
    }
  if (/^[-+]?\d+(?:\.\d+)?e[-+]?\d+$/i.test(bare))
    return {
      ja: `「${bare}」は、Excel が桁を落として書いた指数の表示です。元の数は分かりません。セルの書式を「文字列」か「数値」にし、元の値を入れ直してから保存してください。`,
      en: `${bare} is a number a spreadsheet cut to its first digits; give the digits themselves.`,
    }
  return undefined
}
