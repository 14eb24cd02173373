import { describe, expect, test } from 'vitest'
import { consoleTerms } from '../../functions/local/console-terms.ts'
import { bookColumns, furtherColumns } from '../../functions/application/import/book-columns.ts'
import { contractTerms, termNames } from '../../shared/domain/contract/contract-terms.ts'
import { atConsole } from '../support/console.ts'
import { marketplace } from '../support/marketplace.ts'

const { house, parties } = await marketplace()
const written = await import(new URL('../../web/console/generated/contract-terms.js', import.meta.url).href)

describe('the plain terms of a contract at the console', () => {
  test('are those of their table: after a change of it, npm run build:console', () => {
    expect(written.contractTerms).toEqual(consoleTerms())
  })
  test('are each asked for once, where a contract is drafted and where one on paper is recorded', async () => {
    const console = atConsole(parties.staff, (await parties.staff.get('/v1/me')).body, house.clock.today())
    for (const hash of ['#/contracts/new', '#/contracts/attest']) {
      const names = (await console.screenAt(hash)).blocks[0].fields.map(({ name }: { name: string }) => name)
      for (const name of termNames)
        expect(
          names.filter((one: string) => one === `terms.${name}`),
          hash,
        ).toHaveLength(1)
    }
  })
  test('are named where a book is taken in as its columns are', async () => {
    const console = atConsole(parties.staff, (await parties.staff.get('/v1/me')).body, house.clock.today())
    const said = JSON.stringify(await console.screenAt('#/imports'))
    expect(said).toContain(bookColumns.join('、'))
    expect(said).toContain(furtherColumns.join('、'))
    expect(furtherColumns).toContain(contractTerms.importantTerminals.column)
  })
})
