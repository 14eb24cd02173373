import { configureGlobal } from 'fast-check'
import { isProof } from './extent.ts'

/**
 * Seed of every property in a push: the change alone decides whether it is green, and whoever runs it again sees the
 * same. `npm run proof` takes another seed each time; fast-check prints it where a property fails.
 */
if (!isProof()) configureGlobal({ seed: 20_261_130 })
