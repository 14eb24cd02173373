import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import type { Invariant, See } from '../invariant.ts'
import { sha256 } from '../reading/hash.ts'
import { wordsOf } from '../reading/pdf-words.ts'

/** What makes a spreadsheet take a cell for something to work out, however it is dressed up. */
const runs = /^[=+\-@\t\r]/

const acts = ['JS', 'JavaScript', 'AA', 'OpenAction', 'Launch', 'EmbeddedFile', 'EmbeddedFiles']

const wrongInTable = (bytes: Uint8Array): readonly string[] => {
  const lines = parse(Buffer.from(bytes), { bom: true, relax_column_count: true }) as readonly (readonly string[])[]
  return lines.flatMap((cells, line) =>
    cells
      .filter((cell) => [cell, cell.trim().normalize('NFKC').trim()].some((read) => runs.test(read)))
      .map((cell) => `would be run in line ${line + 1}: ${JSON.stringify(cell.slice(0, 40))}`),
  )
}

const wrongInPdf = (bytes: Uint8Array): readonly string[] => {
  const { names, addresses } = wordsOf(Buffer.from(bytes))
  return [
    ...acts.filter((name) => names.has(name)).map((name) => `holds /${name}`),
    ...addresses.filter((address) => !address.startsWith('https://')).map((address) => `leads to ${address}`),
  ]
}

/** Looks into one file; a PDF that was looked into already, wherever it lay, is not read again. */
const lookInto = (see: See, known: Map<string, readonly string[]>) => (where: string, bytes: Uint8Array) => {
  if (where.endsWith('.csv')) return see(where, ...wrongInTable(bytes))
  if (!where.endsWith('.pdf')) return undefined
  const hash = sha256(bytes)
  const wrong = known.get(hash) ?? wrongInPdf(bytes)
  known.set(hash, wrong)
  return see(where, ...wrong)
}

/**
 * I47, for what lies in the vault: sealed documents, and the tables and documents in every part of an export. No cell of
 * a table would be run by a spreadsheet; no PDF acts by itself, carries a file, or leads to anything but an https
 * address. Tables and documents that are made when somebody asks leave nothing behind to look into: what they are made
 * by is the same, and tests at the door hold it to this.
 */
export const nothingRuns: Invariant = {
  id: 'I47',
  says: 'nothing runs in a table or a document',
  check: ({ files }, see) => {
    const look = lookInto(see, new Map())
    for (const name of files?.names ?? []) {
      const bytes = files?.read(name)
      if (!bytes) continue
      if (!name.endsWith('.zip')) look(name, bytes)
      else for (const [inside, content] of Object.entries(unzipSync(bytes))) look(`${name}!${inside}`, content)
    }
  },
}
