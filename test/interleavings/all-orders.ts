import { expect } from 'vitest'
import type { Ids } from '../../functions/ports/world.ts'
import { check } from '../checker/index.ts'
import { countedIds } from '../support/counted-ids.ts'
import { explore, type Explored, type Exploring } from '../support/explorer.ts'
import { addToFigure, figure } from '../support/figures.ts'
import { newHouse, type House, type Reply } from '../support/house.ts'
import { leaving } from '../support/leaving.ts'
import { partiesIn } from '../support/parties.ts'
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
  const house = await newHouse({ ids: idsOfWalkers() })
  const parties = await partiesIn(house)
  const net = await parties.service('NET')
  return { house, parties, net, ready: readyIn(house, net), ...leaving(() => ({ house, parties, net })) }
}
export type SceneOfOrders = Awaited<ReturnType<typeof sceneOfOrders>>

/** Whether an actor first wrote a row before another one did. False where it never wrote it. */
export type WroteBefore = (row: string, n: number, other: string, m: number) => boolean

type More<Outcome> = Omit<Exploring<Outcome>, 'actors' | 'rewind' | 'check'> & {
  /** What must be so after each order, before every invariant is looked into. */
  readonly after: (outcomes: readonly Outcome[], wroteBefore: WroteBefore) => Promise<void>
}

/** Lets actors go through every order there is, from where the house stands now, and looks into each outcome. */
export const inEveryOrder = async <Outcome>(
  name: string,
  house: House,
  actors: Exploring<Outcome>['actors'],
  { after, ...more }: More<Outcome>,
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
  const looked = async (outcomes: readonly Outcome[], steps: readonly string[]) => {
    const order = steps.join(' ')
    try {
      await after(outcomes, (row, n, other, m) => {
        const [one, another] = [wroteFirst(row, n), wroteFirst(other, m)]
        return one !== -1 && (another === -1 || one < another)
      })
    } catch (error) {
      throw new Error(`in the order ${order}`, { cause: error })
    }
    expect([order, house.defects, check(table.dump())]).toEqual([order, [], []])
  }
  try {
    const explored = await explore({ ...more, actors, rewind, check: looked })
    figure(`interleavings: ${name}`, `${explored.orders} orders, standing for ${explored.plain}`)
    addToFigure('interleavings: orders walked', explored.orders)
    return explored
  } finally {
    table.leave()
  }
}

/** Orders too many for every push are gone through where they are asked for. */
export const askedForAll = process.env['ORDERS'] === 'all'

/** What someone at the door was told: that it is done, or by which refusal it is not. */
export const told = (reply: Reply | undefined): string =>
  reply && reply.status < 300 ? 'done' : `${reply?.status} ${reply?.body.clause ?? reply?.body.kind}`
