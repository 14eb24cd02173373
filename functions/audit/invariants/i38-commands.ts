import type { Invariant } from './invariant.ts'
import type { Command } from '../reading/read-row.ts'
import type { Entry } from '../reading/entries.ts'
import { sha256 } from '../reading/hash.ts'

const lifeDays = 30
const daySeconds = 86_400

/** A record by itself: its name, its answer, how long it is kept (imported rows for ever). */
const wrongRecord = ({ row, id, answers }: Command): readonly (string | false | undefined)[] => {
  const until = Math.floor(Date.parse(String(row['at'])) / 1000) + lifeDays * daySeconds
  const forEver = row['ttl'] === undefined && row.pk.includes('#importRow#')
  return [
    (!/^CMD#[^#]+#[^#]+#.+$/.test(row.pk) || row.sk !== 'CMD') && 'is not named by tenant, route and key',
    id !== sha256(row.pk).slice(0, 32) && 'has an id its name does not give',
    typeof row['i'] !== 'string' && 'has no hash of its input',
    !forEver && row['ttl'] !== until && `is kept until ${String(row['ttl'])} instead of ${until}`,
    !answers && 'has no readable answer',
  ]
}

/** Routes whose commands may change nothing but what a person chose for itself, which no ledger says. */
const ofOneself: ReadonlySet<string | undefined> = new Set(['chooseNotices', 'chooseMembership'])

/** The instant an event speaks of, where it speaks of one. */
const instantIn = ({ event }: Entry) => ('since' in event ? event.since : undefined)

/**
 * I38. A command is on record once, under tenant, route and key, and what it did bears its id: every event has the
 * record of its command while records of its day are kept, no record is without an event, unless a person chose
 * something for itself, and events are of the record's own tenant and moment, or of that of the event before where a clock was behind it.
 */
export const commands: Invariant = {
  id: 'I38',
  says: { ja: '操作ごとに記録があり、記録ごとに出来事がある', en: 'a record for each command, events for each record' },
  check: (book, see) => {
    const records = new Map(book.commands.map((command) => [command.id, command]))
    const effects = new Map<string, Entry[]>()
    const momentBefore = ({ lies: { stream, seq } }: Entry) => book.streams.get(stream)?.entries[seq - 2]?.at
    const kept = Date.parse(book.latest) - lifeDays * daySeconds * 1000
    for (const { entries } of book.streams.values()) {
      for (const entry of entries) {
        const { where, command, at } = entry
        const list = effects.get(command)
        if (list) list.push(entry)
        else effects.set(command, [entry])
        see(where, !records.has(command) && Date.parse(at) > kept && 'is of a command that is not on record')
      }
    }
    for (const command of book.commands) {
      const { where, row, id } = command
      const did = effects.get(id) ?? []
      const [, tenant, route] = row.pk.split('#')
      see(
        where,
        ...wrongRecord(command),
        did.length === 0 && !ofOneself.has(route) && 'did nothing',
        did.some(({ actor }) => actor.tenant !== tenant) && 'did something of another tenant',
        // Events bear the later moment where a server's clock is behind the last event, or the instant it speaks of.
        did.some((entry) => ![row['at'], momentBefore(entry), instantIn(entry)].includes(entry.at)) &&
          'did something at another moment',
      )
    }
  },
}
