import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { consoleTerms } from './console-terms.ts'

const file = fileURLToPath(new URL('../../web/console/contract-terms.js', import.meta.url))
writeFileSync(
  file,
  `// @ts-check
// Written by \`npm run build:console\` from shared/domain/contract/contract-terms.ts, and never by hand.

/**
 * The plain terms of a contract, in the order people read them.
 * @type {readonly {
 *   name: string, kind: 'number' | 'day', unit: string, label: string,
 *   field: { label: string, hint?: string, initial?: string }, optional: boolean, shown: boolean, column: string | null,
 * }[]}
 */
export const contractTerms = ${JSON.stringify(consoleTerms(), null, 2)}
`,
)
