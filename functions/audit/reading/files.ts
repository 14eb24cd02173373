import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Content of a vault: the names, and the bytes under one, read when they are asked for. */
export type Files = {
  readonly names: readonly string[]
  readonly read: (name: string) => Buffer | undefined
}

const ending = '.kept'

/**
 * The vault of a server on this machine: a flat folder, a file for each name with `~` for `/`, and before the bytes a
 * line that says how long they are kept. A folder that is not there holds nothing.
 */
export const filesIn = (folder: string): Files => {
  const pathOf = (name: string) => join(folder, `${name.replaceAll('/', '~')}${ending}`)
  const names = listed(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length).replaceAll('~', '/'))
  const known = new Set(names)
  return {
    names,
    read: (name) => {
      if (!known.has(name)) return undefined
      const bytes = readFileSync(pathOf(name))
      return bytes.subarray(bytes.indexOf(10) + 1)
    },
  }
}

const listed = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
