import { sha256 } from '../../../functions/audit/reading/hash.ts'

const in36 = (n: number, length: number): string => n.toString(36).padStart(length, '0')

/** Keys by which change logs find an event as it says it is, in the logs that a row stands in: a forger keeps these too. */
export const loggedAs = (
  row: Readonly<Record<string, unknown>>,
  { at, seq, actor }: { readonly at: string; readonly seq: number; readonly actor: { readonly sub: string } },
): Readonly<Record<string, unknown>> => {
  const sort = `${in36(Date.parse(at), 9)}${in36(seq, 4)}#${sha256(actor.sub).slice(0, 8)}`
  return {
    ...(row['ep'] === undefined ? {} : { ep: row['ep'], es: sort }),
    ...(row['pp'] === undefined ? {} : { pp: row['pp'], ps: sort }),
  }
}
