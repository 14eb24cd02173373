import { existsSync, readFileSync } from 'node:fs'
import { dumpOf, examine, type Finding } from './index.ts'

const shownEach = 10

const print = ({ invariant, says, examined, violations }: Finding): void => {
  const count = examined === 0 ? 'nothing examined' : `${examined} examined`
  console.log(`${invariant.padEnd(4)} ${says.padEnd(50)} ${count.padStart(18)}  ${violations.length} violations`)
  for (const { invariant: id, where, what } of violations.slice(0, shownEach))
    console.log(`       ${id} ${where} ${what}`)
  if (violations.length > shownEach) console.log(`       … and ${violations.length - shownEach} more`)
}

/** Where no table is named: that of the server that `npm start` runs. */
const ofRunningServer = (): readonly string[] => {
  const note = `${process.env['MUSUBI_DATA'] ?? '.data'}/engine.json`
  return existsSync(note) ? [(JSON.parse(readFileSync(note, 'utf8')) as { endpoint: string }).endpoint, 'musubi'] : []
}

const given = process.argv.slice(2)
const [endpoint, table] = given.length > 0 ? given : ofRunningServer()
if (endpoint === undefined || table === undefined) {
  console.error('npm run check -- <endpoint> <table>; without them, npm start must be running')
  process.exitCode = 2
} else {
  const rows = await dumpOf(endpoint, table)
  const findings = examine(rows)
  for (const finding of findings) print(finding)
  const wrong = findings.reduce((sum, { violations }) => sum + violations.length, 0)
  console.log(`\n${rows.length} rows, ${wrong} violations`)
  process.exitCode = wrong > 0 ? 1 : 0
}
