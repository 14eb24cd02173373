import type { Words } from '../words.ts'
import type { FileKind } from './purposes.ts'

/** Faults for which a file is not taken in: what was found in it. */
const fileFaults = [
  'otherKind',
  'twoKinds',
  'trailingData',
  'damaged',
  'dimensions',
  'encrypted',
  'scripts',
  'launches',
  'embeddedFiles',
  'externalLinks',
  'macros',
  'tooMuchInside',
  'notText',
  'malware',
] as const
export type FileFault = (typeof fileFaults)[number]

const nameOfKind: Readonly<Record<FileKind, string>> = {
  pdf: 'PDF',
  jpeg: 'JPEG',
  png: 'PNG',
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV',
}

/** What a fault means for whoever sent the file, and what to do. */
export const wordsOfFault = (fault: FileFault, kind: FileKind): Words => {
  const name = nameOfKind[kind]
  switch (fault) {
    case 'otherKind':
      return {
        ja: `中身が ${name} ではありません。元の文書を ${name} で保存し直してお送りください。`,
        en: `The content is not ${name}. Save the original as ${name} and send that.`,
      }
    case 'twoKinds':
      return {
        ja: `${name} であると同時に別の種類のファイルとしても開けるため、お預かりできません。元の文書から ${name} を作り直してください。`,
        en: `It can be opened as ${name} and as another kind too. Make the ${name} anew from the original.`,
      }
    case 'trailingData':
      return {
        ja: `${name} の終わりの後ろに、余分なデータが付いています。画像や文書のソフトで開き、保存し直してください。`,
        en: `There is data behind the end of the ${name}. Open it and save it again.`,
      }
    case 'damaged':
      return {
        ja: `${name} として最後まで読み取れません。壊れているか、途中で切れています。もう一度書き出してください。`,
        en: `It cannot be read to its end as ${name}: it is damaged or cut short. Export it again.`,
      }
    case 'dimensions':
      return {
        ja: '画像の縦横の大きさが、扱える範囲を超えています。縮小してお送りください。',
        en: 'The picture is larger than can be handled. Make it smaller.',
      }
    case 'encrypted':
      return {
        ja: 'パスワードや暗号化が掛かっています。解除したものをお送りください。',
        en: 'It is protected by a password or encrypted. Send it without.',
      }
    case 'scripts':
      return {
        ja: 'スクリプト（JavaScript など）が入っています。「PDF として印刷」などで、スクリプトのないものを作り直してください。',
        en: 'It holds scripts. Print it to PDF again so that none is left.',
      }
    case 'launches':
      return {
        ja: '別のプログラムやファイルを開く動作が入っています。「PDF として印刷」などで作り直してください。',
        en: 'It opens programs or other files. Print it to PDF again.',
      }
    case 'embeddedFiles':
      return {
        ja: '別のファイルや部品が埋め込まれています。取り除くか、別のファイルとしてお送りください。',
        en: 'Other files or objects are embedded in it. Take them out, or send them apart.',
      }
    case 'externalLinks':
      return {
        ja: '外部へのリンク（ハイパーリンクを含む）が入っています。リンクを外すか、値だけにしてお送りください。',
        en: 'It holds links to the outside, hyperlinks included. Take them out.',
      }
    case 'macros':
      return {
        ja: 'マクロが入っています。マクロのないブック（.xlsx）として保存し直してください。',
        en: 'It holds macros. Save it as a workbook without macros (.xlsx).',
      }
    case 'tooMuchInside':
      return {
        ja: '広げると大きくなりすぎます。内容を分けてお送りください。',
        en: 'It becomes too large when it is unpacked. Send it in parts.',
      }
    case 'notText':
      return {
        ja: '文字のデータとして読み取れません。「CSV UTF-8（コンマ区切り）」で保存し直してください。',
        en: 'It cannot be read as text. Save it as CSV in UTF-8.',
      }
    case 'malware':
      return {
        ja: '不正なプログラムの疑いがあります。お手元の端末をウイルス対策ソフトで調べ、社内の情報セキュリティ担当者にお知らせください。',
        en: 'It looks like malware. Scan your own machine, and tell whoever looks after security.',
      }
  }
}
