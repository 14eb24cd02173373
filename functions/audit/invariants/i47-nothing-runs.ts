import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import type { Invariant } from './invariant.ts'
import { sha256 } from '../reading/hash.ts'
import { wordsOf } from '../reading/pdf-words.ts'
import { remembered } from '../reading/remembered.ts'

/** Beginning of a cell that makes a spreadsheet work it out, however it is dressed up. */
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

/** A table or document, by its place inside a file ('' where it is the file), and what is wrong in it. */
type Looked = readonly (readonly [inside: string, wrong: readonly string[]])[]

const known = remembered<Looked>()

/** Findings in the tables and documents of a file; bytes looked into already, wherever they lay, are not read again. */
const lookInto = (name: string, bytes: Uint8Array): Looked => {
  const kind = /\.(csv|pdf|zip)$/.exec(name)?.[1]
  const look = (): Looked => {
    if (kind === 'csv') return [['', wrongInTable(bytes)]]
    if (kind === 'pdf') return [['', wrongInPdf(bytes)]]
    return Object.entries(unzipSync(bytes)).flatMap(([inside, content]) =>
      lookInto(inside, content).map(([, wrong]) => [`!${inside}`, wrong] as const),
    )
  }
  return kind ? known(`${kind} ${sha256(bytes)}`, look) : []
}

/**
 * I47, for what lies in the vault: sealed documents, and the tables and documents in every part of an export. No cell of
 * a table would be run by a spreadsheet; no PDF acts by itself, carries a file, or leads to anything but an https
 * address. Tables and documents that are made when somebody asks leave nothing behind to look into: what they are made
 * by is the same, and tests at the door hold it to this.
 */
export const nothingRuns: Invariant = {
  id: 'I47',
  says: { ja: '表や文書の中に、動くものがない', en: 'nothing runs in a table or a document' },
  check: ({ files }, see) => {
    for (const name of files?.names ?? []) {
      const bytes = files?.read(name)
      if (bytes) for (const [inside, wrong] of lookInto(name, bytes)) see(`${name}${inside}`, ...wrong)
    }
  },
}
