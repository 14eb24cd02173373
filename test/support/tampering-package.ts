import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import canonicalize from 'canonicalize'
import { unzipSync } from 'fflate'
import { bundled } from '../../functions/adapters/bundled.ts'

export type Files = Readonly<Record<string, Uint8Array>>
type Line = { readonly seq: number; readonly text: string; readonly hash: string }

export const filesOf = (zip: Uint8Array): Files => unzipSync(zip)
export const zipped = (files: Files): Buffer => Buffer.from(bundled(files))
export const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')

const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

const forger = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** The same package by someone with a key of their own: the list made anew to fit whatever is in it, and signed. */
export const forged = (changed: Files, asOf: object = {}): Buffer => {
  const { 'manifest.json': manifest, 'manifest.sig': _, ...rest } = changed
  const jwk = forger.publicKey.export({ format: 'jwk' })
  const files: Files = { ...rest, 'keys/package.json': Buffer.from(canonicalize(jwk) ?? '') }
  const before = JSON.parse(textOf(manifest)) as { readonly asOf: object }
  const listed = Object.entries(files)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }))
  const text = Buffer.from(canonicalize({ ...before, asOf: { ...before.asOf, ...asOf }, files: listed }) ?? '')
  const signature = createSign('sha256').update(text).sign(forger.privateKey)
  return zipped({ ...files, 'manifest.json': text, 'manifest.sig': signature })
}

export const linesOf = (files: Files, what: 'contract' | 'archive'): readonly Line[] =>
  JSON.parse(textOf(files[`ledger/${what}.json`])) as readonly Line[]

/** A package whose ledger holds these lines instead, and whose list says so. */
export const withLines = (files: Files, what: 'contract' | 'archive', lines: readonly Line[]): Buffer =>
  forged(
    { ...files, [`ledger/${what}.json`]: Buffer.from(canonicalize(lines) ?? '') },
    { [what]: { version: lines.length, chain: lines.at(-1)?.hash ?? '' } },
  )

/** Lines numbered and chained anew, as one would who knows how: each text says its number, each hash follows. */
export const chainedAnew = (lines: readonly Line[]): readonly Line[] => {
  const stream = (JSON.parse(lines[0]?.text ?? '{}') as { readonly stream: string }).stream
  let chain = sha256('musubi/ledger/1\n', stream)
  return lines.map(({ text }, index) => {
    const numbered = canonicalize({ ...(JSON.parse(text) as object), seq: index + 1 }) ?? ''
    chain = sha256(Uint8Array.of(0), Buffer.from(chain, 'hex'), numbered)
    return { seq: index + 1, text: numbered, hash: chain }
  })
}

/** What can be done to a list at a place: something left out, told twice, out of order, or told otherwise. */
export const twists: Readonly<Record<string, (lines: readonly Line[], at: number) => readonly Line[]>> = {
  dropped: (lines, at) => lines.toSpliced(at, 1),
  duplicated: (lines, at) => lines.toSpliced(at, 0, ...lines.slice(at, at + 1)),
  swapped: (lines, at) => {
    const other = at === 0 ? 1 : at - 1
    return lines.with(at, lines[other] as Line).with(other, lines[at] as Line)
  },
  edited: (lines, at) => {
    const line = lines[at] as Line
    return lines.with(at, { ...line, text: line.text.replace(/"at":"2026/, '"at":"2027') })
  },
}
