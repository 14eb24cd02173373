import { fieldsOf, type Stored } from '../fields/head-words.ts'

/*
 * The first layout of form 1, as 0.2.0 wrote it, in the words of the later one: functions spelt out, awaited by its
 * place alone, the day of a takeover where its moment stands since, no coverage, no renewal.
 */

const allFunctions = '[0,1,2,3,4]'
const [live, ended, awaiting, settled] = [2, 3, 1, 2]
const endedBySme = 3
const dayMs = 86_400_000

const dayInJapan = (ms: number): number => Math.floor((ms + 9 * 3_600_000) / dayMs)

/** True of a head of 0.2.0: the rest of it had eighteen fields. */
export const isOf020 = (rest: unknown): boolean => {
  const fields: unknown = JSON.parse(String(rest))
  return Array.isArray(fields) && fields.length === 18
}

/** Coverage: who had been told had the new contact by that very word; nobody had looked at anything else. */
const coverageAt = (stage: number, settlement: number): string =>
  stage === 1 || (stage === settled && settlement !== endedBySme) ? 'ucu' : 'uuu'

const takeoverLine = (line: readonly Stored[], rest: readonly Stored[]) => {
  const [, stage, settlement, late, ...earlier] = line
  const before = earlier.map(([id, since, how, wasLate]) => [id, since, how, wasLate, coverageAt(settled, how)])
  return [rest[1], stage, settlement, late, ...before]
}

/** The two texts of a head of 0.2.0 as a later row of form 1 says the same. */
export const asLaterForm1 = (r: unknown, s: unknown): readonly [line: string, rest: string] => {
  const line = [...fieldsOf(r, 16)]
  const rest = [...fieldsOf(s, 18), 0]
  const [stage, , , , , , , , , , , signedOn, , , confirmation, takeover] = line
  if ((stage === live || stage === ended) && confirmation === awaiting) {
    const waited = Math.max(0, dayInJapan(rest[9]) - Date.parse(`${String(signedOn)}T00:00:00Z`) / dayMs)
    line[14] = -2 - waited
  }
  if (JSON.stringify(rest[2]) === allFunctions) rest[2] = 0
  // The link of a contract that had ended was kept, and opened nothing.
  if (stage === ended) rest[8] = null
  if (takeover !== null) {
    const [id] = rest[14] as readonly string[]
    line[15] = takeoverLine(takeover, rest[14])
    rest[14] = [String(id).replace('dsc_', ''), coverageAt(takeover[1], takeover[2])]
  }
  return [JSON.stringify(line), JSON.stringify(rest)]
}
