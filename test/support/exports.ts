import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import { sha256 } from '../../functions/adapters/canonical.ts'
import type { Ask } from './house.ts'
import { good } from './parties.ts'

export type Line = { readonly key: string; readonly stream: string | null } & Readonly<Record<string, any>>
export type Opened = {
  readonly files: ReadonlyMap<string, readonly string[]>
  /** What came out of the vault, by its path. */
  readonly vaulted: ReadonlyMap<string, Uint8Array>
  readonly lines: readonly Line[]
  readonly manifests: any[]
}

/** Every part of an export, downloaded, unzipped and held to its own hashes. */
export const opened = async (ask: Ask, operationId: string): Promise<Opened> => {
  const { parts } = good(await ask.get(`/v1/exports/${operationId}`))
  const files = new Map<string, string[]>()
  const vaulted = new Map<string, Uint8Array>()
  const manifests: any[] = []
  for (const { part, bytes, sha256: hash } of parts) {
    const reply = await ask.get(`/v1/exports/${operationId}/parts/${part}`)
    expect(reply.headers['content-type']).toBe('application/zip')
    expect([reply.bytes.length, sha256(reply.bytes)]).toEqual([bytes, hash])
    const inside = unzipSync(reply.bytes)
    const manifest = JSON.parse(strFromU8(inside['manifest.json'] ?? new Uint8Array()))
    manifests.push(manifest)
    expect(manifest.files.map(({ name }: any) => name).sort()).toEqual(
      Object.keys(inside)
        .filter((name) => name !== 'manifest.json')
        .sort(),
    )
    for (const { name, lines, bytes: size, sha256: of } of manifest.files) {
      const content = inside[name] ?? new Uint8Array()
      expect([content.length, sha256(content)], name).toEqual([size, of])
      if (lines === null) {
        vaulted.set(name, content)
        continue
      }
      // Not by a decoder that would take the byte order mark away.
      const text = Buffer.from(content).toString('utf8')
      const found = text.trimEnd().split('\n').length - (name.endsWith('.csv') ? 1 : 0)
      expect(found, name).toBe(lines)
      files.set(name, [...(files.get(name) ?? []), text])
    }
  }
  const lines = [...files]
    .filter(([name]) => name.endsWith('.jsonl'))
    .flatMap(([, texts]) => texts.flatMap((text) => text.trimEnd().split('\n')))
    .map((line) => JSON.parse(line) as Line)
  return { files, vaulted, lines, manifests }
}
