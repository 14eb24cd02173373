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
  readonly stop: () => Promise<void>
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  )

/** Starts the server on a folder, and waits until it says where it is. */
export const startServer = async (folder: string): Promise<Server> => {
  const child = spawn(process.execPath, ['functions/local/index.ts'], {
    env: { ...process.env, MUSUBI_DATA: folder, MUSUBI_PORT: '0', MUSUBI_CLOCK: '2026-10-01T09:00:00+09:00' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/docs/.exec(said)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
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
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}
