import type { Dependencies } from '../../ports/dependencies.ts'
import { systemClock } from '../clock.ts'
import { tableNamed } from '../dynamodb/client.ts'
import { worldAround, type Around } from '../dependencies/dependencies.ts'

/**
 * Dependencies of one function on AWS: its table, the time, and those parts it brings. What its role may not touch,
 * they do not have either; whoever reaches for it all the same is told so.
 */
export const worldOnAws = (
  env: { readonly TABLE_NAME: string },
  parts: Partial<Omit<Around, 'table' | 'clock' | 'ids' | 'onOwed'>>,
): Dependencies =>
  worldAround({
    table: tableNamed(env.TABLE_NAME),
    clock: systemClock,
    vault: without('vault'),
    uploads: without('uploads'),
    seals: without('seals'),
    packageKey: without('packageKey'),
    secrets: without('secrets'),
    signer: without('signer'),
    post: without('post'),
    accounts: without('accounts'),
    work: without('work'),
    printing: without('printing'),
    places: without('places'),
    ...parts,
  })

/** Part that a function's role may not touch: whoever reaches for it, or calls it, is told so. */
export const without = (what: string): never => {
  const tell = (): never => {
    throw new Error(`this function has no ${what}`)
  }
  return new Proxy(tell, { get: tell }) as never
}
