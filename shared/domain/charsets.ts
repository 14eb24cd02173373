/** The charsets a file of rows is read in. It is written in the first two. */
export const charsets = ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be'] as const
export type Charset = (typeof charsets)[number]
