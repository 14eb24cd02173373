import type { PaperContent } from './paper-content.ts'
import type { EvidenceDocument } from './records.ts'
import type { Digest } from './dependencies.ts'

export { evidenceAlone, type PaperContent } from './paper-content.ts'

/** Names of evidence documents end in a number of four digits, so that they sort. */
export const numbered = (name: string, n: number): string => `${name}-${String(n).padStart(4, '0')}`

/** What an evidence document is, and the number in its name: of `dispute-0007`, a dispute and seven. */
export const partsOfName = (name: string): { readonly what: string; readonly number: number } => ({
  what: name.slice(0, -5),
  number: Number(name.slice(-4)),
})

/**
 * An evidence document beside the next event of something at a version: names people, holds whole texts, and is found
 * by its hash.
 */
export const paperAt = (digest: Digest, name: string, version: number, content: PaperContent): EvidenceDocument => ({
  name: numbered(name, version + 1),
  content,
  sha256: digest(content),
})
