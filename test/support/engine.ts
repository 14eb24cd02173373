import type { TestProject } from 'vitest/node'
import { startEngine } from '../../functions/local/engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    endpoint: string
  }
}

/** Starts one engine, in memory, for all tests of a run. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const engine = await startEngine({ folder: null, endpoint: process.env['DYNAMODB_ENDPOINT'] })
  project.provide('endpoint', engine.endpoint)
  return engine.stop
}
