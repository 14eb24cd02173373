import type { Words } from '../words.ts'

/** Parts of an exception; without any one of them it is none. */
export const exceptionParts = [
  'smeIds',
  'leavesOut',
  'ground',
  'groundInWords',
  'evidence',
  'burden',
  'expiresOn',
] as const
export type ExceptionPart = (typeof exceptionParts)[number]

/** Words on a part that is missing. */
export const wordsForMissing: Readonly<Record<ExceptionPart, Words>> = {
  smeIds: {
    ja: '対象の中小企業（法人番号）が示されていません。',
    en: 'No SME is named by its corporate number.',
  },
  leavesOut: {
    ja: '一つの契約に含めない機能が示されていません。',
    en: 'The functions to be left out are not named.',
  },
  ground: {
    ja: '根拠が法令か、その他のやむを得ない事情かが示されていません。',
    en: 'It is not said whether the ground is a law or another necessity.',
  },
  groundInWords: {
    ja: '根拠となる法令又は事情の説明がありません。',
    en: 'The law or the circumstance is not described.',
  },
  evidence: {
    ja: '根拠を裏づける資料（ファイルのハッシュと説明）がありません。',
    en: 'There is no evidence: the hash of a file, and what it is.',
  },
  burden: {
    ja: 'ユーザーの手続が煩雑にならないための工夫が示されていません。',
    en: 'It is not said how the burden on the user is kept low.',
  },
  expiresOn: { ja: '例外の期限がありません。', en: 'There is no last day.' },
}
