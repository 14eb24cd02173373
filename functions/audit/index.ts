import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dumpOf, examine, filesIn, type Finding } from './examine.ts'

const shownEach = 10

const print = ({ invariant, says, examined, violations }: Finding): void => {
  const count = examined === 0 ? 'nothing examined' : `${examined} examined`
  console.log(`${invariant.padEnd(4)} ${says.padEnd(50)} ${count.padStart(18)}  ${violations.length} violations`)
  for (const { invariant: id, where, what } of violations.slice(0, shownEach))
    console.log(`       ${id} ${where} ${what}`)
  if (violations.length > shownEach) console.log(`       … and ${violations.length - shownEach} more`)
}

/** Where no table is named: that of the server that `npm start` runs, and its vault. */
const ofRunningServer = (): readonly string[] => {
  const folder = process.env['MUSUBI_DATA'] ?? '.data'
  const note = join(folder, 'engine.json')
  if (!existsSync(note)) return []
  return [(JSON.parse(readFileSync(note, 'utf8')) as { endpoint: string }).endpoint, 'musubi', join(folder, 'vault')]
}

const given = process.argv.slice(2)
const [endpoint, table, vault] = given.length > 0 ? given : ofRunningServer()
if (endpoint === undefined || table === undefined) {
  console.error('npm run check -- <endpoint> <table> [<folder of its vault>]; without them, npm start must be running')
  process.exitCode = 2
} else {
  const rows = await dumpOf(endpoint, table)
  const findings = examine(rows, vault === undefined ? null : filesIn(vault))
  for (const finding of findings) print(finding)
  const wrong = findings.reduce((sum, { violations }) => sum + violations.length, 0)
  console.log(`\n${rows.length} rows, ${wrong} violations`)
  process.exitCode = wrong > 0 ? 1 : 0
}
