import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { unzipSync } from 'fflate'

const lies = join(import.meta.dirname, '../stores/frozen')

/** The folders that lie frozen: what each release left behind, and what main left behind before rows had forms. */
export const frozenFolders = ['0.2.0', 'before-forms'] as const
export type FrozenFolder = (typeof frozenFolders)[number]

/** A command an older version answered: who gave it, under which key, and what it was answered. */
export type Answered = {
  readonly who: string
  readonly path: string
  readonly key: string
  readonly body: unknown
  readonly status: number
  readonly answer: any
}

/** What is known of a frozen folder without opening it. */
export type Known = {
  readonly run: string
  readonly entityId: string
  readonly registrationBodyId: string
  readonly net: string
  readonly resellers: Readonly<Record<'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6', string>>
  /** The link under which an SME was asked to sign, where it still can: its service has no newer version on offer. */
  readonly link?: string
  readonly drafted: string
  readonly offered: string
  readonly attested: string
  readonly proposedCase: string
  readonly takingOverCase: string
  readonly withdrawnCase: string
  readonly amending?: string
  readonly replays: readonly Answered[]
}

export const knownOf = (name: FrozenFolder): Known =>
  JSON.parse(readFileSync(join(lies, `${name}.json`), 'utf8')) as Known

/** A frozen folder, laid out anew in a folder of its own: table, vault and keys as they were left. */
export const thawed = (name: FrozenFolder): string => {
  const folder = mkdtempSync(join(tmpdir(), `musubi-${name}-`))
  const files = unzipSync(brotliDecompressSync(readFileSync(join(lies, `${name}.zip.br`))))
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}
