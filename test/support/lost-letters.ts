import { readFileSync } from 'node:fs'
import { bouncesIn } from '../../functions/jobs/bounces/bounces-in.ts'
import { noteArrival } from '../../functions/notifications/bounces/note-arrival.ts'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import type { Ask, House } from './house.ts'
import { good } from './parties.ts'
import { bringsPapers } from './signing.ts'

/** A line of the list of letters that have to be told by another way. */
export type UntoldLine = {
  readonly contractId: string
  readonly letter: string
  readonly cause: string
  readonly deliveryId: string
}

/** Letters of a house, what SES says of them, and who is listed as untold. */
export const lostLettersIn = (house: House) => {
  const hear = (event: unknown) => bouncesIn(noteBounce(house.deps), noteArrival(house.deps))(event)
  const lastTo = (mail: string) => {
    const letter = house.letters.findLast((one) => one.to === mail && !bringsPapers(one))
    if (!letter) throw new Error(`nothing went to ${mail}`)
    return letter
  }
  /** Everything an asker is listed as untold, page by page. */
  const untold = async (ask: Ask, query = ''): Promise<UntoldLine[]> => {
    const lines: UntoldLine[] = []
    let cursor = ''
    do {
      const page = good(await ask.get(`/v1/untold-letters?limit=200${query}${cursor && `&cursor=${cursor}`}`))
      lines.push(...page.items)
      cursor = page.nextCursor ?? ''
    } while (cursor)
    return lines
  }
  const untoldOf = async (contractId: string, ask: Ask) =>
    (await untold(ask)).filter((line) => line.contractId === contractId)
  return { hear, lastTo, untold, untoldOf }
}

/** An event of SES, about one of our letters. */
export const eventOf = (file: string, letter: { reference: string; of: { stream: string; seq: number } }): unknown =>
  JSON.parse(
    readFileSync(`test/fixtures/cases/${file}.json`, 'utf8')
      .replace('DELIVERY', letter.reference)
      .replace('STREAM', letter.of.stream)
      .replace('"7"', `"${letter.of.seq}"`),
  )
