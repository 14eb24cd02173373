import { resolve } from 'node:path'
import type { Words } from '../../shared/domain/words.ts'

/** Reason a server cannot start here, in words for whoever started it: what is in the way, where, what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
  readonly words: Words

  constructor(words: Words, cause?: unknown) {
    super(words.en, { cause })
    this.words = words
  }
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? error)

/** A folder or file that cannot be used as the system stands. */
export const cannotUse = (path: string, error: unknown): CannotStart =>
  new CannotStart(
    {
      ja: `データフォルダ ${resolve(path)} に書き込めません（${codeOf(error)}）。権限と空き容量を確かめるか、MUSUBI_DATA に別のフォルダを指定してください。`,
      en: `The data folder ${resolve(path)} cannot be written to (${codeOf(error)}). Check its rights and the space left, or set MUSUBI_DATA to another folder.`,
    },
    error,
  )

/** A port at which nothing can be answered: taken, or not ours to take. */
export const cannotListen = (port: number, error: unknown): CannotStart =>
  new CannotStart(
    {
      ja: `ポート ${port} を使えません（${codeOf(error)}）。使っているものを止めるか、MUSUBI_PORT に別の番号を指定してください。`,
      en: `Port ${port} cannot be used (${codeOf(error)}). Stop what uses it, or set MUSUBI_PORT to another.`,
    },
    error,
  )

/** Settings that cannot be read, each with what was given and what is needed. */
export const cannotRead = (
  settings: readonly { readonly name: string; readonly given: string; readonly needs: Words }[],
): CannotStart =>
  new CannotStart({
    ja: settings.map(({ name, given, needs }) => `設定 ${name} の値「${given}」は使えません。${needs.ja}`).join('\n'),
    en: settings.map(({ name, given, needs }) => `The setting ${name} cannot be "${given}". ${needs.en}`).join('\n'),
  })

/** An endpoint somebody named, at which no DynamoDB answers. */
export const cannotReach = (endpoint: string, error: unknown): CannotStart =>
  new CannotStart(
    {
      ja: `DYNAMODB_ENDPOINT の ${endpoint} から返事がありません（${codeOf(error)}）。動いているかを確かめるか、この設定を外してください。`,
      en: `Nothing answers at ${endpoint}, the DYNAMODB_ENDPOINT (${codeOf(error)}). See whether it runs, or leave the setting out.`,
    },
    error,
  )
