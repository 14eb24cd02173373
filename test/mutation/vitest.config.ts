import { defineConfig } from 'vitest/config'

/** The pure tests alone: what no engine is needed for is what mutants are let loose on. */
export default defineConfig({
  test: { include: ['test/standard/**/*.test.ts', 'test/domain/**/*.test.ts'], testTimeout: 60_000 },
})
