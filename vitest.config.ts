import { defineConfig } from 'vitest/config'

const project = (name: string, folders: readonly string[], test: object = {}) => ({
  extends: true as const,
  test: { name, include: folders.map((folder) => `test/${folder}/**/*.test.ts`), ...test },
})

const reproducible = 'test/support/reproducible.ts'

/** The tests of the house, and how they are run. */
export const tests = {
  // The engine works while a worker waits for it, and the other way round: two keep two cores busy.
  maxWorkers: 2,
  // One engine for the whole run; every house makes a table of its own on it.
  globalSetup: ['test/support/engine.ts'],
  projects: [
    // A worker reads the house once for all the files it is given, not once for each (docs/decisions/031).
    project('pure', ['standard', 'domain', 'architecture', 'api'], {
      isolate: false,
      testTimeout: 60_000,
      setupFiles: [reproducible],
    }),
    project('house', ['usecases', 'interleavings', 'stores', 'http', 'documents', 'audit'], {
      isolate: false,
      testTimeout: 180_000,
      hookTimeout: 180_000,
      setupFiles: [reproducible, 'test/support/afterwards.ts'],
    }),
    project('whole', ['story', 'kills', 'upgrade', 'infra'], {
      testTimeout: 300_000,
      hookTimeout: 120_000,
      setupFiles: [reproducible],
    }),
  ],
}

export default defineConfig({
  test: {
    ...tests,
    provide: { extent: 'usual' },
    reporters: ['default', './test/support/summary-reporter.ts'],
  },
})
