import { globSync, readFileSync } from 'node:fs'

/** Every file of tests that goes further in a proof than in `npm test`, as it stands under the project's folder. */
export const goFurther: readonly string[] = globSync('test/**/*.test.ts')
  .filter((file) => /\bfrom '[./]+support\/extent\.ts'/.test(readFileSync(file, 'utf8')))
  .toSorted()
