import * as z from 'zod'
import type { RawBody } from '../route.ts'
import { charsets, type Charset } from '../../domain/charsets.ts'

/** Limit on a book, with room in one answer of the platform on AWS: 6 MB, a file in it counting a third more. */
const maxBookBytes = 4 * 1024 * 1024
const maxBase64 = Math.ceil(maxBookBytes / 3) * 4
const isBase64 = (given: string) => given.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(given)
const charsetNames: Readonly<Record<string, Charset>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
}

const format = { format: z.literal('csv') }

/** A CSV as text inside JSON. */
export const csvAsText = {
  ...format,
  content: z
    .string()
    .min(1)
    .max(maxBookBytes)
    .refine((given) => given.isWellFormed(), { params: { code: 'halfCharacter' } }),
}

/** A CSV as the bytes it is, inside JSON; without a charset it is the one that is certain. */
export const csvAsBytes = {
  ...format,
  contentBase64: z
    .string()
    .min(1)
    .max(maxBase64)
    .refine(isBase64, { params: { code: 'base64' } }),
  charset: z.enum(charsets).optional(),
}

/** The largest JSON that holds a CSV. */
export const maxCsvBody = maxBase64 + 2_000

/** A CSV sent as the file it is. */
export const csvFile = {
  media: ['text/csv', 'application/octet-stream'],
  maxBytes: maxBookBytes,
} as const satisfies Partial<RawBody>

/** The JSON a file stands for, as far as it is the file. */
export const csvSent = ({ base64, charset }: Omit<Parameters<RawBody['standsFor']>[0], 'query'>) => ({
  format: 'csv',
  contentBase64: base64,
  ...(charset === null ? {} : { charset: charsetNames[charset] ?? charset }),
})
