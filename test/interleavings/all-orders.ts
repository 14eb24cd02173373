import { expect } from 'vitest'
import type { Ids } from '../../functions/ports/dependencies.ts'
import { check, type Row } from '../../functions/audit/examine.ts'
import { countedIds } from '../support/counted-ids.ts'
import { explore, type Explored, type Exploring } from '../support/explorer.ts'
import { addToFigure, figure } from '../support/figures.ts'
import type { House, Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { readyIn } from '../support/signing.ts'
import { steppingOn, walking } from '../support/steps.ts'

/** Ids that come out the same in each order: each actor's are its own. */
const idsOfWalkers = (): Ids => {
  const others = countedIds()
  const counted = new WeakMap<object, Ids>()
  const ids = (): Ids => {
    const walker = walking.getStore()
    if (!walker) return others
    const known = counted.get(walker) ?? countedIds(10_000 * (walker.n + 1))
    counted.set(walker, known)
    return known
  }
  return {
    fresh: (prefix) => ids().fresh(prefix),
    contractIn: (owner) => ids().contractIn(owner),
    nonce: () => ids().nonce(),
  }
}

/** A house whose every request can be made to wait, with parties and a service to sell. */
export const sceneOfOrders = async () => {
  const market = await marketplace({ ids: idsOfWalkers() })
  return { ...market, ready: readyIn(market.house, market.net) }
}
export type SceneOfOrders = Awaited<ReturnType<typeof sceneOfOrders>>

/** Whether an actor first wrote a row before another one did. False where it never wrote it. */
export type WroteBefore = (row: string, n: number, other: string, m: number) => boolean

type More<Outcome> = Omit<Exploring<Outcome>, 'actors' | 'rewind' | 'check'>

/** Lets actors go through every order there is, from where the house stands now. */
const walked = async <Outcome>(
  house: House,
  actors: Exploring<Outcome>['actors'],
  more: More<Outcome>,
  look: (
    outcomes: readonly Outcome[],
    order: string,
    wroteBefore: WroteBefore,
    rows: () => readonly Row[],
  ) => Promise<void>,
): Promise<Explored> => {
  const [began, letters] = [house.clock.now(), house.letters.length]
  const table = await steppingOn(house.table)
  const rewind = async () => {
    table.rewind()
    house.clock.set(began)
    ;(house.letters as unknown[]).length = letters
    ;(house.defects as unknown[]).length = 0
  }
  const wroteFirst = (row: string, by: number): number =>
    table.written().findIndex(({ n, writes }) => n === by && writes.some((at) => at.includes(row)))
  const wroteBefore: WroteBefore = (row, n, other, m) => {
    const [one, another] = [wroteFirst(row, n), wroteFirst(other, m)]
    return one !== -1 && (another === -1 || one < another)
  }
  try {
    const check = (outcomes: readonly Outcome[], steps: readonly string[]) =>
      look(outcomes, steps.join(' '), wroteBefore, table.dump)
    return await explore({ ...more, actors, rewind, check })
  } finally {
    table.leave()
  }
}

/** Goes through every order, and looks into what it came to and into every invariant after each of them. */
export const inEveryOrder = async <Outcome>(
  name: string,
  house: House,
  actors: Exploring<Outcome>['actors'],
  {
    after,
    ...more
  }: More<Outcome> & {
    /** What must be so after each order. */
    readonly after: (outcomes: readonly Outcome[], wroteBefore: WroteBefore) => Promise<void>
  },
): Promise<Explored> => {
  const explored = await walked(house, actors, more, async (outcomes, order, wroteBefore, rows) => {
    try {
      await after(outcomes, wroteBefore)
    } catch (error) {
      throw new Error(`in the order ${order}`, { cause: error })
    }
    expect([order, house.defects, check(rows())]).toEqual([order, [], []])
  })
  figure(`interleavings: ${name}`, `${explored.orders} orders, standing for ${explored.plain}`)
  addToFigure('interleavings: orders walked', explored.orders)
  return explored
}

/** Goes through every order, and says which promises were broken in any of them: invariants, and rules named here. */
export const brokenInAnyOrder = async <Outcome>(
  house: House,
  actors: Exploring<Outcome>['actors'],
  {
    broken,
    ...more
  }: More<Outcome> & {
    readonly broken: (outcomes: readonly Outcome[], wroteBefore: WroteBefore) => Promise<readonly string[]>
  },
): Promise<readonly string[]> => {
  const found = new Set<string>()
  await walked(house, actors, more, async (outcomes, _, wroteBefore, rows) => {
    for (const rule of await broken(outcomes, wroteBefore)) found.add(rule)
    for (const { invariant } of check(rows())) found.add(invariant)
  })
  return [...found].toSorted()
}

/** What someone at the door was told: that it is done, or by which refusal it is not. */
export const told = (reply: Reply | undefined): string =>
  reply && reply.status < 300 ? 'done' : `${reply?.status} ${reply?.body.clause ?? reply?.body.kind}`
