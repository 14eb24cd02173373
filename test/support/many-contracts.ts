import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { eventRows } from '../../functions/adapters/dynamodb/event-rows.ts'
import { claimKey, paperKey, receiptKey } from '../../functions/adapters/dynamodb/keys.ts'
import type { Row } from '../../functions/adapters/dynamodb/read.ts'
import { stateRow } from '../../functions/adapters/dynamodb/state-rows.ts'
import { transact } from '../../functions/adapters/dynamodb/transact.ts'
import { packed } from '../../functions/adapters/canonical.ts'
import { beginning } from '../../functions/application/change.ts'
import { systemMetadata } from '../../functions/application/system-metadata.ts'
import { smeSlot } from '../../functions/ports/unique-keys.ts'
import type { Dependencies } from '../../functions/ports/dependencies.ts'
import { contractIdIn, type ContractId } from '../../shared/domain/ids.ts'
import { evidenceAlone } from '../../functions/ports/papers.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const rowsAtOnce = 98
const lanes = 4
const clientTimeouts = 50

/** An id of its own for the copy with that number, in the same book; the shards get equally many. */
export const copyId = (of: ContractId, seller: Parameters<typeof contractIdIn>[0], n: number): ContractId =>
  contractIdIn(seller, `${of.slice(16, 24)}${String(n).padStart(17, '0')}${alphabet[n % 32]}`)

/**
 * Copies an attested contract into its seller's book, so often: heads, ledgers and papers, with all letters long
 * delivered; or their heads alone, without places. Nothing is listed: this is for measuring what goes through a book.
 */
export const seedCopies = async (
  deps: Dependencies,
  table: Table,
  original: ContractId,
  { from, until, headsOnly = false }: { readonly from: number; readonly until: number; readonly headsOnly?: boolean },
): Promise<void> => {
  const read = await deps.contracts.find(original)
  const [first] = await deps.ledger.eventsOf(original)
  if (!read || first?.event.type !== 'contract-attested') throw new Error(`${original} was not attested`)
  const papers = (await deps.ledger.papersOf(original)).filter(({ name }) => name.endsWith('-0001'))
  const { deal } = read.kept.state
  const event = JSON.stringify({ ...first.event, confirmBy: null })

  const rowsOf = (n: number): readonly Row[] => {
    const id = copyId(original, deal.seller, n)
    const smeId = String(9_500_000_000_000 + n)
    const own = (text: string): string => text.replaceAll(original, id).replaceAll(deal.smeId, smeId)
    const texts = papers.map(({ name, text }) => ({
      name,
      before: text,
      content: evidenceAlone(JSON.parse(own(text))),
    }))
    const kept = texts.map(({ name, content }) => ({ name, content, sha256: deps.digest(content) }))
    const hashed = texts.reduce(
      (text, { before }, index) => text.replaceAll(deps.digest(JSON.parse(before)), kept[index]?.sha256 ?? ''),
      own(event),
    )
    const change = beginning('contract', id, [JSON.parse(hashed)], first.at, { papers: kept, name: read.name })
    const { rows, chain } = eventRows(change, systemMetadata('seed-copies', id, first.at))
    if (headsOnly) return [stateRow(change, chain)]
    const place = smeSlot(deal.serviceId, smeId, id)
    return [
      { ...claimKey(place), t: 'guard', holder: place.holder },
      stateRow(change, chain),
      ...rows.map(({ dp: _, ds: __, ...row }) => row as Row),
      ...rows.flatMap((row, index) =>
        (JSON.parse(row['e'] as string).deliveries as { id: string; by: string }[]).map((owed) => ({
          ...receiptKey(id, index + 1, owed.id),
          t: 'receipt',
          id: owed.id,
          o: owed.by === 'work' ? 'done' : 'accepted',
          at: first.at,
        })),
      ),
      ...kept.map(({ name, content, sha256 }) => ({
        ...paperKey(id, name),
        t: 'paper',
        h: sha256,
        z: packed(content),
      })),
    ]
  }

  let n = from
  const lane = async (): Promise<void> => {
    const waiting: Row[] = []
    const write = async (): Promise<void> => {
      const some = waiting.splice(0, rowsAtOnce)
      const put = () => transact(table, (name) => some.map((Item) => ({ Put: { TableName: name, Item } })))
      // A busy engine may answer too late. The same rows put twice are the same rows.
      let landed = await put()
      for (let tries = 1; landed.as === 'unknown' && tries < clientTimeouts; tries += 1) landed = await put()
      if (landed.as !== 'written')
        throw new Error(landed.as, { cause: 'error' in landed ? landed.error : landed.items })
    }
    while (n < until) {
      waiting.push(...rowsOf(n++))
      if (waiting.length >= rowsAtOnce) await write()
    }
    while (waiting.length > 0) await write()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
