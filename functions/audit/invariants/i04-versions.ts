import type { Invariant } from './invariant.ts'

/**
 * I04. The version of a state row is the number of its events, and these are numbered from 1 without gap or repeat, by
 * their keys and by their own text.
 */
export const versions: Invariant = {
  id: 'I04',
  says: { ja: '版の番号は出来事の数と同じで、1 から欠けなく続く', en: 'version = number of events, numbered from 1' },
  check: ({ heads, states, streams }, see) => {
    for (const { id, where, row } of [...heads.values(), ...states.values()]) {
      const events = streams.get(id)?.entries.length ?? 0
      see(where, row['v'] !== events && `is at version ${String(row['v'])} after ${events} events`)
    }
    for (const { id, entries } of streams.values()) {
      for (const [index, { where, seq, stream, lies }] of entries.entries()) {
        see(
          where,
          lies.seq !== index + 1 && `stands where ${index + 1} of ${id} should`,
          (seq !== lies.seq || stream !== id) && `calls itself ${seq} of ${stream}`,
        )
      }
    }
  },
}
