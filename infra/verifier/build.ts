import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { verifierText } from './bundle.ts'

// Kept as JSON: Node imports that as it stands, and so does the bundler of the functions.
const file = fileURLToPath(new URL('../../functions/adapters/verifier.json', import.meta.url))
writeFileSync(file, `${JSON.stringify({ text: verifierText() }, null, 2)}\n`)
