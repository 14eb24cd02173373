import { defineConfig } from 'vitest/config'
import { tests } from '../../vitest.config.ts'
import { goFurther } from './further.ts'

/** What takes too long for every push, all the way: the same tests to their whole extent (docs/proof.md). */
export default defineConfig({
  root: process.cwd(),
  test: {
    ...tests,
    provide: { extent: 'whole' },
    reporters: ['default', './test/proof/reporter.ts'],
    projects: tests.projects.map(({ test, ...project }) => ({
      ...project,
      test: {
        ...test,
        include: goFurther.filter((file) => test.include.some((room) => file.startsWith(room.replace(/\*.*/, '')))),
        testTimeout: 1_800_000,
        hookTimeout: 1_800_000,
      },
    })),
  },
})
