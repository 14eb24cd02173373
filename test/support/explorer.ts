import { setImmediate as turn } from 'node:timers/promises'
import { plainOrders, type Step } from './plain-orders.ts'
import { meet, nothing, walking, type Touches, type Walker } from './steps.ts'

type Waiting = Step & {
  readonly actor: number
  readonly take: () => Promise<void>
  readonly drop: (why: Error) => void
}

export type Exploring<Outcome> = {
  readonly actors: readonly (() => Promise<Outcome>)[]
  /** Puts everything back to where each order begins. */
  readonly rewind: () => Promise<void>
  /** Looks at what an order came to: each actor's outcome, and the steps as they were taken. */
  readonly check: (outcomes: readonly Outcome[], steps: readonly string[]) => Promise<void>
  /** Only the orders of these steps are gone through; others are taken as soon as they are asked for. */
  readonly of?: (touches: Touches) => boolean
  /** True where an actor moves the clock: then it matters as well when each begins. */
  readonly withClock?: true
}

/** `orders` were walked; `plain` is how many orders of single steps they stand for. */
export type Explored = { readonly orders: number; readonly plain: bigint }

/** A step of an actor that meets every other: the clock is moved. */
export const inOneStep = <T>(go: () => T): Promise<T> =>
  (walking.getStore() as Walker).step({ ...nothing, everything: true }, async () => go())

/** Sets the actors going. Each stops before each step, until it is let go on. */
const walk = <Outcome>({ actors, of = () => true, withClock }: Exploring<Outcome>) => {
  const waiting = new Map<string, Waiting>()
  let running = actors.length
  let left = false
  const ended = actors.map((act, actor) => {
    const over = new Set<string>()
    let asked = 0
    const step: Walker['step'] = (touches, go) =>
      new Promise((resolve, reject) => {
        const id = `${actor}.${(asked += 1)}`
        const take = async () => {
          waiting.delete(id)
          await go()
            .finally(() => over.add(id))
            .then(resolve, reject)
        }
        if (left) reject(new Error('nobody goes on with this order'))
        else waiting.set(id, { id, actor, touches, after: new Set(over), take, drop: reject })
      })
    const begin = async () => {
      if (withClock) await step(nothing, async () => undefined)
      return act()
    }
    return walking.run({ n: actor, step }, begin).finally(() => (running -= 1))
  })
  // Whatever an actor throws is looked at when all is over.
  for (const one of ended) one.catch(() => undefined)
  const still = (): boolean => new Set([...waiting.values()].map(({ actor }) => actor)).size === running
  /** The steps that can be taken next, once everyone who has not ended waits for one. */
  const next = async (): Promise<readonly Waiting[]> => {
    for (let quiet = 0; quiet < 3; quiet = still() ? quiet + 1 : 0) await turn()
    const aside = [...waiting.values()].find(
      ({ touches }) => touches !== nothing && !touches.everything && !of(touches),
    )
    if (!aside) return [...waiting.values()]
    await aside.take()
    return next()
  }
  /** Lets nobody go on: no further step is taken. */
  const leave = async (): Promise<undefined> => {
    left = true
    for (const { drop } of waiting.values()) drop(new Error('nobody goes on with this order'))
    await Promise.allSettled(ended)
  }
  return { next, leave, outcomes: () => Promise.all(ended) }
}

/** A place where the order could go on in more ways than one. */
type Choice = {
  readonly from: readonly Step[]
  /** What was gone through before from an earlier place, and has met nothing since: it would bring nothing new. */
  readonly asleep: ReadonlyMap<string, Step>
  readonly tried: Map<string, Step>
  chosen: Step | undefined
}

const untried = ({ from, asleep, tried }: Omit<Choice, 'chosen'>): Step | undefined =>
  from.find(({ id }) => !asleep.has(id) && !tried.has(id))

/** What sleeps on after a step: whatever did, or was tried instead, and does not meet it. */
const sleepingOn = ({ asleep, tried }: Choice, step: Step): ReadonlyMap<string, Step> =>
  new Map([...asleep, ...tried].filter(([, one]) => !meet(one.touches, step.touches)))

/** Walks one order: as the path says, then on as nobody went before. The steps, unless it brings nothing new. */
const walkOne = async (
  path: Choice[],
  { next, leave }: Pick<ReturnType<typeof walk>, 'next' | 'leave'>,
): Promise<readonly Step[] | undefined> => {
  const steps: Step[] = []
  for (let from = await next(); from.length > 0; from = await next()) {
    const before = path[steps.length - 1]
    if (steps.length === path.length) {
      const asleep = before?.chosen ? sleepingOn(before, before.chosen) : new Map<string, Step>()
      const at = { from, asleep, tried: new Map<string, Step>() }
      path.push({ ...at, chosen: untried(at) })
    }
    const { chosen } = path[steps.length] as Choice
    if (!chosen) return leave()
    const step = from.find(({ id }) => id === chosen.id)
    if (!step) throw new Error(`step ${chosen.id} does not come again`)
    steps.push(step)
    await step.take()
  }
  return steps
}

/** Goes back to the last place where something is left to try. False where there is none. */
const goBack = (path: Choice[]): boolean => {
  for (let last = path.at(-1); last; last = path.at(-1)) {
    if (last.chosen) last.tried.set(last.chosen.id, last.chosen)
    last.chosen = untried(last)
    if (last.chosen) return true
    path.pop()
  }
  return false
}

/**
 * Walks every order of the steps that some actors take, each from the start. Of orders that differ only in steps that
 * do not meet, one is walked (sleep sets, Godefroid 1996): the others come to the same.
 */
export const explore = async <Outcome>(scene: Exploring<Outcome>): Promise<Explored> => {
  const path: Choice[] = []
  const pauses = Math.random
  let [orders, plain] = [0, 0n]
  try {
    // Whoever tries again does so at once.
    Math.random = () => 0
    do {
      await scene.rewind()
      const walked = walk(scene)
      const steps = await walkOne(path, walked)
      if (!steps) continue
      const came = await walked.outcomes()
      orders += 1
      plain += plainOrders(steps)
      await scene.check(
        came,
        steps.map(({ id }) => id),
      )
    } while (goBack(path))
  } finally {
    Math.random = pauses
    await scene.rewind()
  }
  return { orders, plain }
}
