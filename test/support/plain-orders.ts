import { meet, type Touches } from './steps.ts'

/** A step that an actor takes. */
export type Step = {
  readonly id: string
  readonly touches: Touches
  /** Steps of the same actor that were over when this one was asked for. */
  readonly after: ReadonlySet<string>
}
/** How many orders there are of the same steps in which those that meet come in the same order. */
export const plainOrders = (steps: readonly Step[]): bigint => {
  const comesAfter = (step: Step) => (one: Step, at: number) =>
    step.after.has(one.id) || meet(one.touches, step.touches) ? 1n << BigInt(at) : 0n
  const needs = steps.map((step, index) =>
    steps
      .slice(0, index)
      .map(comesAfter(step))
      .reduce((set, bit) => set | bit, 0n),
  )
  const known = new Map<bigint, bigint>([[(1n << BigInt(steps.length)) - 1n, 1n]])
  const from = (taken: bigint): bigint => {
    const before = known.get(taken)
    if (before !== undefined) return before
    const count = needs.reduce((sum, need, at) => {
      const bit = 1n << BigInt(at)
      return (taken & bit) === 0n && (need & ~taken) === 0n ? sum + from(taken | bit) : sum
    }, 0n)
    known.set(taken, count)
    return count
  }
  return from(0n)
}
