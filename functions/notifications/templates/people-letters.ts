import type { Text } from './parts.ts'

/** Words of a notice: what happened, of what, what is to be done by when, and where. */
export type NoticeText = { readonly subject: string; readonly text: string; readonly url: string }

type Addressee = { readonly name: string; readonly company: string | null }

const greeting = ({ name, company }: Addressee): string => `${company === null ? '' : `${company}\n`}${name} 様`

const closing = `――――――――――――――――――――
結 Musubi からのお知らせです。このメールには返信できません。`

/** A notice by itself. */
export const noticeLetter = (to: Addressee, { subject, text, url }: NoticeText): Text => ({
  subject,
  text: `${greeting(to)}

${text}

${url}

${closing}
`,
})

const mostInWords = 50

/** The notices of a day in one letter. Of very many it tells the first, and how many there are. */
export const digestLetter = (to: Addressee, notices: readonly NoticeText[]): Text => ({
  subject: `【結 Musubi】お知らせのまとめ（${notices.length}件）`,
  text: `${greeting(to)}

前回のまとめのあとのお知らせは、次の${notices.length}件です。

${notices
  .slice(0, mostInWords)
  .map(({ subject, text, url }, index) => `${index + 1}. ${subject}\n${text}\n${url}`)
  .join('\n\n')}
${notices.length > mostInWords ? `\nほか${notices.length - mostInWords}件は、画面でご確認ください。\n` : ''}
${closing}
`,
})
