import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { taken, vaultName, type KeepUntil, type Vault } from '../ports/vault.ts'
import { sha256 } from './canonical.ts'
import { storedForm } from './dynamodb/forms/stored-form.ts'
import { day } from './dynamodb/forms/values.ts'

type Line = { readonly contentType: string; readonly keepUntil: KeepUntil }
type Versioned = Line & { readonly bytes: Buffer }

/** Form of the line before the bytes. */
const lineForm = storedForm<Line>({
  kind: 'file of the vault',
  codec: z.strictObject({ contentType: z.string(), keepUntil: day.nullable() }),
  upgrades: [],
})

/**
 * A vault of files: what a locked bucket is on AWS. One file holds a line on how long it is kept and then the bytes, so
 * that the two are never apart; it is on the disk, whole, before anyone is told so.
 */
export const vaultInFiles = (folder: string): Vault => {
  mkdirSync(folder, { recursive: true })
  // The folder is flat: no name can lie inside another, and none leads out of it.
  const pathOf = (name: string) => join(folder, `${vaultName(name).replaceAll('/', '~')}.kept`)

  /** Writes a file aside and gives its path; `settle` makes the folder remember what became of it. */
  const writeAside = ({ bytes, ...line }: Versioned): string => {
    const aside = join(folder, `${randomUUID()}.part`)
    const file = openSync(aside, 'wx')
    writeFileSync(file, Buffer.concat([Buffer.from(`${lineForm.write(line)}\n`), bytes]))
    fsyncSync(file)
    closeSync(file)
    return aside
  }
  const settle = () => {
    const open = openSync(folder, 'r')
    fsyncSync(open)
    closeSync(open)
  }

  const keepLonger = (path: string, kept: Versioned, until: KeepUntil): void => {
    if (!isLonger(until, kept.keepUntil)) return
    renameSync(writeAside({ ...kept, keepUntil: until }), path)
    settle()
  }

  return {
    put: async (name, bytes, { contentType, keepUntil }) => {
      const path = pathOf(name)
      const aside = writeAside({ contentType, keepUntil, bytes: Buffer.from(bytes) })
      try {
        // A link is refused where the name is taken; a rename would take its place.
        linkSync(aside, path)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const kept = read(path)
        if (!kept?.bytes.equals(bytes)) throw taken(name)
        keepLonger(path, kept, keepUntil)
      } finally {
        unlinkSync(aside)
      }
      settle()
      return sha256(bytes)
    },
    get: async (name) => read(pathOf(name))?.bytes,
    names: async (inside) =>
      readdirSync(folder)
        .filter((file) => file.startsWith(`${vaultName(inside)}~`) && file.endsWith('.kept'))
        .map((file) => file.slice(0, -'.kept'.length).replaceAll('~', '/'))
        .toSorted(),
    extend: async (name, until) => {
      const path = pathOf(name)
      const kept = read(path)
      if (!kept) throw new Error(`nothing lies in the vault under ${name}`)
      if (kept.keepUntil === null) {
        renameSync(writeAside({ ...kept, keepUntil: until }), path)
        settle()
      } else keepLonger(path, kept, until)
    },
    remove: async (name, today) => {
      const path = pathOf(name)
      const kept = read(path)
      if (!kept) return 'removed'
      if (kept.keepUntil === null || today <= kept.keepUntil) return 'kept'
      rmSync(path)
      settle()
      return 'removed'
    },
  }
}

const isLonger = (asked: KeepUntil, kept: KeepUntil): boolean => kept !== null && (asked === null || asked > kept)

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const read = (path: string): Versioned | undefined => {
  const file = readIfThere(path)
  if (!file) return undefined
  const end = file.indexOf(10)
  return { ...lineForm.read(file.subarray(0, end).toString('utf8')), bytes: file.subarray(end + 1) }
}
