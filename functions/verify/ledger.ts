import { createHash } from 'node:crypto'
import type { Files } from './package-files.ts'
import { must, reading } from './wrong.ts'

/** An event of a ledger whose chain holds. */
export type Event = {
  readonly seq: number
  readonly hash: string
  readonly at: string
  readonly event: Record<string, unknown>
}

/** A ledger whose chain holds, with the evidence documents its events name, by their hash. */
export type History = { readonly events: readonly Event[]; readonly papers: ReadonlyMap<string, unknown> }

type Standing = { readonly version: number; readonly chain: string }
type Line = { readonly seq: unknown; readonly text: unknown; readonly hash: unknown }

export const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/**
 * A ledger and its evidence documents: each event chained to the one before, each evidence document named by an event,
 * and none missing.
 */
export const historyIn = (files: Files, what: 'contract' | 'archive', stream: string, standing: Standing): History => {
  const events = eventsIn(files, what, stream)
  const where = `ledger/${what}.json`
  const last = events.at(-1)
  const stands = last?.seq === standing.version && last.hash === standing.chain
  must(stands, where, '一覧の記載と一致しません', 'does not stand where the manifest says')
  return { events, papers: papersOf(files, what, events) }
}

const eventsIn = (files: Files, what: string, stream: string): readonly Event[] => {
  const where = `ledger/${what}.json`
  const lines = reading(where, () => {
    const found = JSON.parse(String(files.get(where))) as unknown
    if (!Array.isArray(found)) throw new Error('no list')
    return found as readonly Line[]
  })
  // The first hash follows from the stream's name.
  let chain = sha256('musubi/ledger/1\n', stream)
  return lines.map(({ seq, text, hash }, index) => {
    const here = `${where} #${index + 1}`
    must(seq === index + 1 && typeof text === 'string', here, '記録の番号が正しくありません', 'is out of number')
    chain = sha256(Buffer.of(0), Buffer.from(chain, 'hex'), text)
    must(hash === chain, here, '記録のつながりが正しくありません', 'does not follow from the one before')
    const body = reading(here, () => JSON.parse(text) as Record<string, unknown>)
    const isOurs = body['kind'] === what && body['stream'] === stream && body['seq'] === seq
    must(isOurs, here, '別の台帳の記録です', 'is of another ledger')
    return { seq: index + 1, hash: chain, at: String(body['at']), event: body['event'] as Record<string, unknown> }
  })
}

const papersOf = (files: Files, what: string, events: readonly Event[]): ReadonlyMap<string, unknown> => {
  const papers = new Map<string, unknown>()
  const named = new Map(events.flatMap(({ event, seq }) => hashesIn(event).map((hash) => [hash, seq] as const)))
  for (const [path, bytes] of files) {
    if (!path.startsWith(`papers/${what}/`)) continue
    const hash = sha256(bytes)
    must(named.has(hash), path, '台帳のどの記録も指していません', 'is named by no event')
    papers.set(
      hash,
      reading(path, () => JSON.parse(bytes.toString('utf8')) as unknown),
    )
  }
  for (const [hash, seq] of named)
    must(papers.has(hash), `ledger/${what}.json #${seq}`, '指している書類がありません', 'names a paper that is missing')
  return papers
}

/** Every hash of an evidence document that an event names, however deep. */
const hashesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    key.endsWith('Sha256') && typeof one === 'string' ? [one] : hashesIn(one),
  )
}
