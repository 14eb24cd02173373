import { defineConfig } from 'vitest/config'

/**
 * The pure tests alone: what no engine is needed for is what mutants are let loose on. Ten years of contracts take too
 * long to be lived through by each mutant; what they show is shown at its boundary elsewhere.
 */
export default defineConfig({
  test: {
    include: ['test/standard/**/*.test.ts', 'test/domain/**/*.test.ts'],
    exclude: ['test/domain/contract/ten-years.test.ts'],
    testTimeout: 60_000,
  },
})
