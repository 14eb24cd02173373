import * as patterns from '../../shared/api/policy/patterns.ts'
import type { Row } from '../../shared/api/policy/relations.ts'
import { entityRoles, labelOfRole, mayName, resellerRoles } from '../../shared/domain/people.ts'
import { labelOfType } from '../../shared/domain/service/facts.ts'
import type { Words } from '../../shared/domain/words.ts'
import { consoleCalls, type ConsoleCall } from './console-calls.ts'
import { consoleTerms } from './console-terms.ts'

const json = (value: unknown): string => JSON.stringify(value, null, 2)

const inJapanese = (labels: Readonly<Record<string, Words>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).map(([code, { ja }]) => [code, ja]))

const headed = (from: string, text: string): string => `// @ts-check
// Written by \`npm run build:console\` from ${from}, and never by hand.

${text}`

/** The name of the pattern that is a line's row of the policy table. */
const patternOf = (policy: Row): string => {
  const [name] = Object.entries<Row>(patterns).find(([, row]) => row === policy) ?? []
  if (name === undefined) throw new Error('a row of the policy table is no pattern')
  return name
}

const patternsInText = (calls: readonly ConsoleCall[]): string => {
  const named = [...new Map(calls.map(({ policy, who }) => [patternOf(policy), who]))]
  return `/** @import { Role } from '../../../shared/domain/people.ts' */
${named.map(([name, who]) => `\n/** @type {readonly Role[]} */\nexport const ${name} = ${json(who)}\n`).join('')}`
}

const callsInText = (calls: readonly ConsoleCall[]): string =>
  `import * as by from './patterns.js'

/** @import { Role } from '../../../shared/domain/people.ts' */
/** @typedef {{ method: 'GET' | 'POST', path: string, who: readonly Role[] }} Call */

/** @param {string} path @param {readonly Role[]} who @returns {Call} */
const get = (path, who) => ({ method: 'GET', path, who })
/** @param {string} path @param {readonly Role[]} who @returns {Call} */
const post = (path, who) => ({ method: 'POST', path, who })

/** The calls people who sign in may make, under the names of the route table. */
export const calls = {
${calls
  .map(({ name, method, path, policy }) => `  ${name}: ${method.toLowerCase()}('${path}', by.${patternOf(policy)}),\n`)
  .join('')}}
`

/** The modules of the console that are written from the tables of the house, each under the name of its file. */
export const consoleModules = (): Readonly<Record<string, string>> => ({
  'calls.js': headed('shared/api/routes and shared/api/policy', callsInText(consoleCalls())),
  'patterns.js': headed('shared/api/policy', patternsInText(consoleCalls())),
  'contract-terms.js': headed(
    'shared/domain/contract/contract-terms.ts',
    `/**
 * The plain terms of a contract, in the order people read them.
 * @type {readonly {
 *   name: string, kind: 'number' | 'day', unit: string, label: string,
 *   field: { label: string, hint?: string, initial?: string }, optional: boolean, shown: boolean, column: string | null,
 * }[]}
 */
export const contractTerms = ${json(consoleTerms())}
`,
  ),
  'monitoring-types.js': headed(
    'shared/domain/service/facts.ts',
    `/** Names of the types of monitoring. @type {Readonly<Record<string, string>>} */
export const labelOfType = ${json(inJapanese(labelOfType))}
`,
  ),
  'people.js': headed(
    'shared/domain/people.ts',
    `/** @import { Role } from '../../../shared/domain/people.ts' */

/** Names of the roles. @type {Readonly<Record<Role, string>>} */
export const labelOfRole = ${json(inJapanese(labelOfRole))}

/** The roles of an implementing entity's people. @type {readonly Role[]} */
export const entityRoles = ${json(entityRoles)}

/** The roles of a reseller's people. @type {readonly Role[]} */
export const resellerRoles = ${json(resellerRoles)}

/** The roles that each may name. @type {Readonly<Partial<Record<Role, readonly Role[]>>>} */
export const mayName = ${json(mayName)}
`,
  ),
})
