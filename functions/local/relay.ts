import { setTimeout as pause } from 'node:timers/promises'
import type { Work, Dependencies } from '../ports/dependencies.ts'
import { noteBounce, type Bounce } from '../notifications/bounces/note-bounce.ts'
import { deliverEvent } from '../notifications/dispatch.ts'
import { isOfMany, sweep } from '../notifications/sweep.ts'
import { schedule } from '../processes/calendar/schedule.ts'
import { runJob } from '../processes/run-job.ts'
import { unhurried } from './low-priority.ts'
import type { EventRef } from '../ports/event-ref.ts'

type Trouble = (what: string, error: unknown) => void

export type Relay = {
  /** For the dependencies: hands work to this process's own worker. */
  readonly work: Work
  /** For the dependencies: wakes the relay for events just written. */
  readonly wake: (refs: readonly EventRef[]) => void
  /** For the mailbox: a letter that was accepted came back. It is noted with the next sweep. */
  readonly bounced: (bounce: Bounce) => void
  /** Begins to deliver on these dependencies, what an earlier process left behind first. */
  readonly start: (deps: Dependencies) => void
  /** Lets what is being done come to its end, and begins nothing new. */
  readonly stop: () => Promise<void>
}

const sweepEveryMs = 5_000
const keepTermsEveryMs = 60_000
/** Work of single contracts that is done at once: it is much, and those who use the server must not feel it. */
const singlesAtOnce = 2
/** Letters that are printed at once while many contracts are worked on; as much as of other single work otherwise. */
const lettersBesideMany = 1

const nameOf = ({ stream, seq }: EventRef): string => `${stream}#${seq}`

/**
 * Counterpart of stream, queue and schedule on AWS: one loop that delivers what has just been written, one worker for
 * what takes longer, a sweep for whatever either of them missed, and the calendar of contracts and cases.
 */
export const localRelay = (onTrouble: Trouble): Relay => {
  const owed: EventRef[] = []
  const bounces: Bounce[] = []
  const atWork = new Map<string, Promise<void>>()
  /** Work of single contracts that waits for its turn, the first handed first. */
  const waiting = new Map<string, EventRef>()
  /** Printed letters that wait: behind the other work of single contracts, for a takeover brings one for each. */
  const letters = new Map<string, EventRef>()
  let deps: Dependencies | undefined
  let stopped = false
  let looping: Promise<void> = Promise.resolve()
  let alarm = new AbortController()

  const take = (ref: EventRef, behind: Map<string, EventRef>): void => {
    const name = nameOf(ref)
    if (atWork.has(name) || waiting.has(name) || letters.has(name)) return
    if (isOfMany(ref)) begin(name, ref)
    else behind.set(name, ref)
    beginSingles()
  }
  const work: Work = {
    hand: async (ref) => take(ref, waiting),
    enqueueLetter: async (ref) => take(ref, letters),
  }

  const begin = (name: string, ref: EventRef): void => {
    if (stopped) return
    const done = runJob(isOfMany(ref) ? unhurried(inWorld()) : inWorld())(ref, () => !stopped)
      .then(() => undefined)
      .catch((error: unknown) => onTrouble(`work ${name}`, error))
      .finally(() => {
        atWork.delete(name)
        beginSingles()
      })
    atWork.set(name, done)
  }

  const beginSingles = (): void => {
    const ofSingles = [...atWork.keys()].filter((name) => !isOfMany({ stream: name })).length
    const begun = ofSingles + beginSome(waiting, singlesAtOnce - ofSingles)
    const busy = [...atWork.keys()].some((name) => isOfMany({ stream: name }))
    beginSome(letters, (busy ? lettersBesideMany : singlesAtOnce) - begun)
  }

  /** Begins the first few of what waits; gives how many it did. */
  const beginSome = (of: Map<string, EventRef>, room: number): number => {
    let begun = 0
    for (const [name, ref] of of) {
      if (begun >= room) break
      of.delete(name)
      begin(name, ref)
      begun += 1
    }
    return begun
  }

  const inWorld = (): Dependencies => {
    if (!deps) throw new Error('the relay has not been started')
    return deps
  }

  /** Notes bounces; one that cannot be noted yet, since its own receipt is still to come, waits for the next sweep. */
  const noteBounces = async (): Promise<void> => {
    for (const bounce of bounces.splice(0)) await noteBounce(inWorld())(bounce).catch(() => bounces.push(bounce))
  }

  const loop = async (): Promise<void> => {
    const deliver = deliverEvent(inWorld())
    // Thousands of letters may wait to be printed; to look each up again every few seconds would be work of its own.
    const unlessItWaits = async (ref: EventRef) => (letters.has(nameOf(ref)) ? undefined : deliver(ref))
    let sweptAt = 0
    let keptAt = 0
    while (!stopped) {
      if (Date.now() - keptAt >= keepTermsEveryMs) {
        for (const { name, run } of schedule)
          await run(inWorld())(() => !stopped).catch((error: unknown) => onTrouble(name, error))
        keptAt = Date.now()
      }
      if (Date.now() - sweptAt >= sweepEveryMs) {
        await sweep(inWorld(), unlessItWaits)().catch((error: unknown) => onTrouble('sweep', error))
        await noteBounces()
        sweptAt = Date.now()
      }
      const ref = owed.shift()
      if (ref) await deliver(ref).catch((error: unknown) => onTrouble(`deliver ${ref.stream}#${ref.seq}`, error))
      else {
        alarm = new AbortController()
        await pause(sweepEveryMs, undefined, { signal: alarm.signal, ref: false }).catch(() => {})
      }
    }
  }

  return {
    work,
    bounced: (bounce) => void bounces.push(bounce),
    wake: (refs) => {
      owed.unshift(...refs.filter(isOfMany))
      owed.push(...refs.filter((ref) => !isOfMany(ref)))
      alarm.abort()
    },
    start: (started) => {
      deps = started
      looping = loop()
    },
    stop: async () => {
      stopped = true
      alarm.abort()
      await looping
      await Promise.all(atWork.values())
    },
  }
}
