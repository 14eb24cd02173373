import type { PlainDate } from '../../shared/domain/plain-date.ts'

/** Day in Japan through which something is kept, or, while no day is known, null: without end. */
export type KeepUntil = PlainDate | null

/**
 * Store of bytes that count as evidence. What was put under a name stays there, byte for byte, and nobody can take it
 * away before its day: the keeper sees to that itself, and not only the code that asks.
 *
 * A name is parts of letters, digits, dots, hyphens and underscores, joined by slashes; no part begins with a dot.
 */
export type Vault = {
  /**
   * Puts bytes under a name, once, and gives their SHA-256 in hex. The same bytes again change nothing, but that they
   * are kept at least as long as was asked now. Throws for other bytes under a name that is taken: a defect.
   */
  readonly put: (
    name: string,
    bytes: Uint8Array,
    how: { readonly contentType: string; readonly keepUntil: KeepUntil },
  ) => Promise<string>
  /** The bytes as they were put; undefined where nothing was, or it was removed. */
  readonly get: (name: string) => Promise<Uint8Array | undefined>
  /** The names of what lies in a folder of the vault, sorted. */
  readonly names: (folder: string) => Promise<readonly string[]>
  /** Keeps it through that day: what had no day has one now, and a later day stays. Throws where there is nothing. */
  readonly extend: (name: string, until: PlainDate) => Promise<void>
  /** Takes it away from the day after its last on. `kept` before that; what is not there counts as removed. */
  readonly remove: (name: string, today: PlainDate) => Promise<'removed' | 'kept'>
}

const part = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/

/** Throws for what is no name of the vault: nothing outside it can be named. */
export const vaultName = (name: string): string => {
  if (name.length > 200 || !name.split('/').every((one) => part.test(one))) throw new Error(`no vault name: ${name}`)
  return name
}

/** Error of a vault in which the name is taken by something else. */
export const taken = (name: string): Error => new Error(`other bytes lie in the vault under ${name}`)

/**
 * Gives what lies under a name, made and put there if nothing does. Where two make it at once the first one's stays,
 * and both are given it: what cannot be made the same twice is made once.
 */
export const madeOnce = async (
  vault: Vault,
  name: string,
  how: Parameters<Vault['put']>[2],
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> => {
  const before = await vault.get(name)
  if (before) return before
  const made = await make()
  try {
    await vault.put(name, made, how)
    return made
  } catch (error) {
    const first = await vault.get(name)
    if (!first) throw error
    return first
  }
}
