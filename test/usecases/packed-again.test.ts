import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { validFolder, validPackage } from '../../functions/verify/package.ts'
import { sealIn } from '../../functions/verify/sealed-pdf.ts'
import { Wrong } from '../../functions/verify/wrong.ts'
import { verifierText } from '../../infra/verifier/bundle.ts'
import { packageOf, sealingHouse } from '../support/archives.ts'
import { newHouse } from '../support/house.ts'
import { good } from '../support/parties.ts'
import { filesOf, textOf } from '../support/tampering-package.ts'
import { centralFirst, described, zip64 } from '../support/zips.ts'

const house = await newHouse()
const all = await sealingHouse(house)
const contractId = await all.signed()
await house.settle()
const zip = await packageOf(all.admin, contractId)
const files = filesOf(zip)
const pdf = Object.keys(files).find((path) => path.startsWith('documents/contract-')) ?? ''
const original = Buffer.from(files[pdf] ?? [])

const folder = mkdtempSync(join(tmpdir(), 'musubi-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

const wrongWith = (bytes: Uint8Array): Wrong | undefined => {
  try {
    validPackage(Buffer.from(bytes))
    return undefined
  } catch (error) {
    if (error instanceof Wrong) return error
    throw error
  }
}
const under = (prefix: string, more: Zippable = {}): Zippable => ({
  ...Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${prefix}${path}`, bytes])),
  ...more,
})
const backwards = Object.fromEntries(Object.entries(files).toReversed())
const now = new Date('2026-11-30T12:00:00Z')
const junk = Buffer.from([0, 5, 22, 7])

describe('a package that somebody unpacked and packed again is told from one that was changed (C33)', () => {
  const again: Readonly<Record<string, Uint8Array>> = {
    compressed: zipSync({ ...files }, { level: 9 }),
    'stored in another order': zipSync(backwards, { level: 0 }),
    'with the time of today': zipSync({ ...files }, { level: 0, mtime: now }),
    'with a comment at its end': Buffer.concat([
      zip.subarray(0, zip.length - 2),
      Buffer.from([4, 0]),
      Buffer.from('note'),
    ]),
    'under a folder, as the Finder does': zipSync(
      under('証拠一式/', {
        '証拠一式/.DS_Store': junk,
        '__MACOSX/証拠一式/._README.txt': junk,
        '__MACOSX/._証拠一式': junk,
      }),
    ),
    'under two folders, with what Windows adds': zipSync(
      under('a/b/', { 'a/b/Thumbs.db': junk, 'a/b/documents/desktop.ini': junk }),
    ),
    'with folders of their own': zipSync({ ...files, 'documents/': new Uint8Array(), 'papers/': new Uint8Array() }),
    'parted by backslashes': zipSync(
      Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path.replaceAll('/', '\\'), bytes])),
    ),
    'streamed, sizes behind the bytes': described(files),
    'as zip64': zip64(files),
    'with something put before it': Buffer.concat([Buffer.from('#!/bin/sh\nexit\n'), zip]),
    'inside another zip': zipSync({ '証拠一式.zip': zip }),
  }
  test.each(Object.entries(again))('%s: valid, and said to be packed again', (_, bytes) => {
    expect(wrongWith(bytes)).toBeUndefined()
    expect(validPackage(Buffer.from(bytes))).toMatchObject({ contractId, packing: 'packedAgain' })
  })
  test('as it came: valid, and said to be as it was made', () => {
    expect(validPackage(zip).packing).toBe('asMade')
  })
  test('unpacked into a folder, with what systems add: valid', () => {
    const entries = Object.entries(files).map(([path, bytes]) => ({ path: `x/${path}`, bytes: Buffer.from(bytes) }))
    expect(validFolder([...entries, { path: '.DS_Store', bytes: junk }]).packing).toBe('folder')
  })

  test('packed again with one byte of any file changed, that file is named', () => {
    for (const path of Object.keys(files)) {
      const bytes = Buffer.from(files[path] ?? [])
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
      const { where } = wrongWith(zipSync(under('x/', { [`x/${path}`]: bytes }))) ?? {}
      expect([path, 'manifest.json', 'keys/package.json'], path).toContain(where)
    }
  })
  test('a zip whose directory says another name than stands beside the file is refused', () => {
    expect(wrongWith(centralFirst(files))).toMatchObject({ en: 'has another name in the directory' })
  })
  test('a damaged, an encrypted and an oddly packed file are each said to be so', () => {
    const damaged = Buffer.from(zip)
    const at = zip.indexOf(original) + 100
    damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at)
    expect(wrongWith(damaged)).toMatchObject({ where: pdf, en: 'is damaged inside the zip' })
    const central = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const odd = (offset: number, value: number) => {
      const bytes = Buffer.from(zip)
      bytes.writeUInt16LE(value, central + offset)
      return wrongWith(bytes)
    }
    expect(odd(8, 1)?.en).toMatch(/^is encrypted: name the unpacked folder/)
    expect(odd(10, 93)?.en).toMatch(/^is packed in a way not read: name the unpacked folder/)
  })
})

describe('a sealed PDF that was saved again is told from one that was changed (C31)', () => {
  const behind = Buffer.concat([original, Buffer.from('\n% saved again\n')])
  const tampered = Buffer.from(original)
  tampered.writeUInt8(tampered.readUInt8(1_000) ^ 1, 1_000)
  const inPackage = (bytes: Buffer) => wrongWith(zipSync({ ...files, [pdf]: bytes }))

  test('inside a package', () => {
    expect(inPackage(behind)).toMatchObject({
      where: pdf,
      en: expect.stringMatching(/^has 15 bytes written behind it/),
    })
    expect(inPackage(original.subarray(0, -1))).toMatchObject({
      where: pdf,
      en: expect.stringMatching(/^is 1 bytes shorter/),
    })
    expect(inPackage(tampered)).toMatchObject({
      where: pdf,
      en: 'is not what the manifest says: its contents have changed',
    })
  })
  test('by itself', () => {
    expect(sealIn('x', original).bytesBehind).toBe(0)
    expect(sealIn('x', behind).bytesBehind).toBe(15)
    expect(() => sealIn('x', tampered)).toThrow('does not match what it signs')
    expect(() => sealIn('x', Buffer.from('%PDF-1.7'))).toThrow('bears no seal')
  })
})

describe('the verifier is one JavaScript file (C46)', () => {
  const script = join(folder, 'musubi-verify.mjs')
  writeFileSync(script, files['musubi-verify.mjs'] ?? '')
  const run = (target: string): readonly [number, string] => {
    try {
      return [0, execFileSync(process.execPath, [script, target], { encoding: 'utf8', stdio: 'pipe' })]
    } catch (error) {
      const { status, stdout } = error as { readonly status: number; readonly stdout: string }
      return [status, stdout]
    }
  }
  const put = (name: string, bytes: Uint8Array): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }

  test('what lies in the package and at the site is what its sources make', async () => {
    expect(textOf(files['musubi-verify.mjs'])).toBe(verifierText())
    const { text, headers } = await house.withToken(undefined).get('/v1/verifier/musubi-verify.mjs?utm_source=x')
    expect(text).toBe(verifierText())
    expect(headers['content-disposition']).toBe('attachment; filename="verifier-musubi-verify.mjs"')
  })
  test('it imports nothing but what Node brings, and names no package of a registry', () => {
    const imported = [...verifierText().matchAll(/^import .* from "([^"]+)"/gm)].map(([, name]) => name)
    expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual([])
    expect(textOf(files['README.txt'])).not.toContain('npx')
  })
  test('it checks a package, one packed again, a folder and a single paper, and names what was changed', () => {
    expect(run(put('package.zip', zip))).toEqual([
      0,
      expect.stringMatching(/^valid\n[\s\S]*つくられたときの zip のまま/),
    ])
    expect(run(put('again.zip', zipSync({ ...files })))).toEqual([
      0,
      expect.stringMatching(/^valid\n[\s\S]*圧縮し直されています/),
    ])
    for (const [path, bytes] of Object.entries(files)) put(`unpacked/${path}`, bytes)
    expect(run(join(folder, 'unpacked'))).toEqual([0, expect.stringMatching(/^valid\n[\s\S]*展開されたフォルダー/)])
    expect(run(put('contract.pdf', original))).toEqual([0, expect.stringMatching(/^valid\n封印のある文書です/)])
    const behind = Buffer.concat([original, Buffer.from('\n')])
    expect(run(put('saved.pdf', behind))).toEqual([1, expect.stringContaining('封印された部分は変わっていません')])
    const [status, said] = run(put('changed.zip', zipSync({ ...files, [pdf]: behind })))
    expect([status, said]).toEqual([1, expect.stringContaining(`${pdf}: うしろに 1 バイトが書き足されています`)])
    expect(run(join(folder, 'nothing'))[0]).toBe(2)
  })
  test('the fingerprints it prints are those the site publishes, for anyone', async () => {
    const published = good(await house.withToken(undefined).get('/v1/public-keys'))
    const { keyFingerprint, sealings } = validPackage(zip)
    expect(published.packageKey.sha256).toBe(keyFingerprint)
    const certificates = published.certificates.map(({ sha256 }: { sha256: string }) => sha256)
    for (const { sealFingerprint, timeFingerprint } of sealings)
      expect(certificates).toEqual(expect.arrayContaining([sealFingerprint, timeFingerprint]))
  })
})
