import { createHash, createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import { differenceOf, type Listed } from './difference.ts'
import { sha256 } from './ledger.ts'
import type { Files } from './package-files.ts'
import { must, reading } from './wrong.ts'

export type Manifest = {
  readonly contractId: string
  readonly archiveId: string
  readonly asOf: Readonly<Record<'contract' | 'archive', { readonly version: number; readonly chain: string }>>
  readonly keyFingerprint: string
}

/** The manifest, if the package's key signed it and every file is what it says, none missing and none beside. */
export const manifestIn = (files: Files): Manifest => {
  const where = 'manifest.json'
  const [text, signature, jwk] = [where, 'manifest.sig', 'keys/package.json'].map((path) => {
    const found = files.get(path)
    must(found, path, 'ファイルがありません', 'is missing')
    return found
  }) as [Buffer, Buffer, Buffer]
  const key = reading('keys/package.json', () =>
    createPublicKey({ key: JSON.parse(jwk.toString('utf8')) as JsonWebKey, format: 'jwk' }),
  )
  const isRsa = key.asymmetricKeyType === 'rsa'
  must(isRsa && verify('sha256', text, key, signature), where, '署名が正しくありません', 'is not signed by its key')

  const {
    format,
    contractId,
    archiveId,
    asOf,
    files: listed,
  } = reading(
    where,
    () =>
      JSON.parse(text.toString('utf8')) as Manifest & { readonly format: string; readonly files: readonly Listed[] },
  )
  must(format === 'musubi/evidence/1', where, '知らない形式です', 'is of a format that is not known')
  const paths = new Set<string>(['manifest.json', 'manifest.sig'])
  for (const one of listed) {
    const { path, bytes, sha256: hash } = one
    const file = files.get(path)
    must(file, path, 'ファイルがありません', 'is missing')
    if (file.length !== bytes || sha256(file) !== hash) throw differenceOf(file, one)
    must(!paths.has(path), path, '一覧に二度あります', 'is listed twice')
    paths.add(path)
  }
  for (const path of files.keys()) must(paths.has(path), path, '一覧にありません', 'is not in the manifest')
  const spki = key.export({ type: 'spki', format: 'der' })
  return { contractId, archiveId, asOf, keyFingerprint: createHash('sha256').update(spki).digest('hex') }
}
