import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotStart, cannotUse } from './cannot-start.ts'
import { isAlive, processOf, type Process } from './processes.ts'

/**
 * A note one process leaves in a data folder for the next: which process it speaks of, and in which folder it was
 * written. Copied along with the folder it speaks of somebody else's, and counts for nothing.
 */
export type Note<More = object> = Process & More & { readonly folder: string }

/** Identity that tells a folder from its copies. */
const identityOf = (folder: string): string => {
  const { dev, ino } = statSync(folder)
  return `${dev}:${ino}`
}

/** Writes a note whole or not at all. */
export const leaveNote = (folder: string, name: string, note: Process): void => {
  const path = join(folder, name)
  const aside = `${path}.${process.pid}.part`
  writeFileSync(aside, JSON.stringify({ ...note, folder: identityOf(folder) }), { mode: 0o600 })
  renameSync(aside, path)
}

/** The note that lies there, if it was written here and its process lives. One that cannot be read is put aside, and said. */
export const livingNote = <More>(folder: string, name: string): Note<More> | undefined => {
  const path = join(folder, name)
  const text = textOf(path)
  if (text === undefined) return undefined
  const note = noteIn<More>(text)
  if (!note) {
    renameSync(path, `${path}.unreadable`)
    console.error(
      JSON.stringify({ level: 'warn', what: 'a note that cannot be read was put aside', file: resolve(path) }),
    )
    return undefined
  }
  return note.folder === identityOf(folder) && isAlive(note) ? note : undefined
}

const noteIn = <More>(text: string): Note<More> | undefined => {
  try {
    const note: unknown = JSON.parse(text)
    const isNote =
      typeof note === 'object' &&
      note !== null &&
      'pid' in note &&
      Number.isInteger(note.pid) &&
      'folder' in note &&
      typeof note.folder === 'string'
    return isNote ? (note as Note<More>) : undefined
  } catch (error) {
    // Cut short by a full disk or a power cut: it says nothing.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const lockName = 'server.json'

/**
 * Takes a data folder for this server alone, and keeps it from other people of this machine. Refused while another
 * server that lives has it; one that was killed has left it.
 */
export const claimDataFolder = (folder: string): { readonly release: () => void } => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    keepPrivate(folder)
    claim(folder)
  } catch (error) {
    throw error instanceof CannotStart ? error : cannotUse(folder, error)
  }
  return { release: () => rmSync(join(folder, lockName), { force: true }) }
}

const claim = (folder: string): void => {
  const lock = join(folder, lockName)
  const aside = `${lock}.${process.pid}.claim`
  writeFileSync(aside, JSON.stringify({ ...processOf(process.pid), folder: identityOf(folder) }), { mode: 0o600 })
  try {
    // A link is refused where the name is taken; of two who come at once, one has it.
    linkSync(aside, lock)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const held = livingNote(folder, lockName)
    if (held) throw heldBy(folder, held.pid)
    renameSync(aside, lock)
  } finally {
    rmSync(aside, { force: true })
  }
  const holder = livingNote(folder, lockName)
  if (holder?.pid !== process.pid) throw heldBy(folder, holder?.pid ?? 0)
}

const heldBy = (folder: string, pid: number): CannotStart =>
  new CannotStart({
    ja: `データフォルダ ${resolve(folder)} は、別のサーバー（プロセス番号 ${pid}）が使っています。先にそちらを止めるか、MUSUBI_DATA に別のフォルダを指定してください。`,
    en: `The data folder ${resolve(folder)} belongs to another server (process ${pid}). Stop that first, or set MUSUBI_DATA to another folder.`,
  })

/** A folder that others could read, of an earlier version or made by hand, is closed to them with all that is in it. */
const keepPrivate = (folder: string): void => {
  if ((statSync(folder).mode & 0o077) === 0) return
  chmodSync(folder, 0o700)
  for (const one of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(one.parentPath, one.name)
    if (one.isDirectory()) chmodSync(path, 0o700)
    else if (one.isFile()) chmodSync(path, 0o600)
  }
}
