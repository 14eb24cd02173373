import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEngine } from '../../functions/local/engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    endpoint: string
    /** A folder for all vaults of a run. */
    vaults: string
  }
}

/** Starts one engine, in memory, for all tests of a run, and makes room for what they keep in vaults. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  // A server, a checker or a story in a process of its own reads the same sources at every start: what one made of them
  // is there for the next.
  process.env['NODE_COMPILE_CACHE'] ??= resolve('.cache/compiled')
  const engine = await startEngine({ folder: null, endpoint: process.env['DYNAMODB_ENDPOINT'] })
  const vaults = mkdtempSync(join(tmpdir(), 'musubi-vaults-'))
  project.provide('endpoint', engine.endpoint)
  project.provide('vaults', vaults)
  return async () => {
    rmSync(vaults, { recursive: true, force: true })
    await engine.stop()
  }
}
