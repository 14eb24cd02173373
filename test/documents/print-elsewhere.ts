import { createHash } from 'node:crypto'
import { documentsOf, givenDisclosure, pdfOf } from './given.ts'

/** Prints the given documents in a process of its own, and says their hashes. */
const hashes: string[] = []
for (const document of documentsOf(givenDisclosure()))
  hashes.push(
    createHash('sha256')
      .update(await pdfOf(document))
      .digest('hex'),
  )
process.stdout.write(JSON.stringify(hashes))
