import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A server in a process of its own, as `npm start` runs it. */
export type Server = {
  readonly url: string
  /** Where its engine is. */
  readonly endpoint: () => string
  /** Kills the server, and the engine with it if asked, as a power cut would. */
  readonly kill: (what: 'server' | 'both') => Promise<void>
  /** Kills the engine alone, and gives its number. */
  readonly killEngine: () => number
  readonly stop: () => Promise<void>
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  )

const spawned = (folder: string, stdio: 'pipe' | 'ignore', more: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, ['functions/local/index.ts'], {
    env: {
      ...process.env,
      MUSUBI_DATA: folder,
      MUSUBI_PORT: '0',
      MUSUBI_CLOCK: '2026-10-01T09:00:00+09:00',
      ...more,
    },
    stdio: ['ignore', stdio, stdio],
  })

/** Starts a server, and kills it as soon as something is so: before it has said a word, if need be. */
export const startAndKill = async (folder: string, when: () => Promise<unknown>): Promise<void> => {
  const child = spawned(folder, 'ignore')
  await when()
  child.kill('SIGKILL')
  await ended(child)
}

/** Starts a server that cannot start: what it says before it ends, and how it ends. */
export const startInVain = async (
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly said: string }> => {
  const child = spawned(folder, 'pipe', more)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await ended(child)
  return { code: child.exitCode, said }
}

/** Starts the server on a folder, and waits until it says where it is. */
export const startServer = async (folder: string, more: Readonly<Record<string, string>> = {}): Promise<Server> => {
  const child = spawned(folder, 'pipe', more)
  const [out, err] = [child.stdout, child.stderr]
  if (!out || !err) throw new Error('a server that cannot be heard')
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/docs/.exec(said)?.[1]
      if (found) resolve(found)
    }
    out.on('data', hear)
    err.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  const engine = () =>
    JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8')) as { readonly pid: number; readonly endpoint: string }
  return {
    url,
    endpoint: () => engine().endpoint,
    kill: async (what) => {
      const { pid } = engine()
      child.kill('SIGKILL')
      if (what === 'both') process.kill(pid, 'SIGKILL')
      await ended(child)
    },
    killEngine: () => {
      const { pid } = engine()
      process.kill(pid, 'SIGKILL')
      return pid
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}
