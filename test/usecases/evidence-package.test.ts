import { describe, expect, test } from 'vitest'
import { validPackage } from '../../functions/verify/package.ts'
import { Wrong } from '../../functions/verify/wrong.ts'
import { packageOf, sealingHouse } from '../support/archives.ts'
import { leave } from '../support/cancelling.ts'
import { addToFigure, figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import { draft, good, incidentNotice } from '../support/parties.ts'
import {
  chainedAnew,
  filesOf,
  forged,
  linesOf,
  textOf,
  twists,
  withLines,
  zipped,
} from '../support/tampering-package.ts'
import { extent } from '../support/extent.ts'

/** How many packages are made for each of five names. */
const perName = extent(6, 40)

const house = await newHouse()
const all = await sealingHouse(house)
const contractId = await all.signed()
await house.settle()
good(await all.seller.post(`/v1/contracts/${contractId}/incident-notices`, incidentNotice(house.clock.today())))
good(await all.admin.post(`/v1/contracts/${contractId}/archive/place-hold`, { reason: '訴訟のため' }))
await leave(all.seller, contractId, house.clock.today())
await house.settle()
const zip = await packageOf(all.admin, contractId)
const files = filesOf(zip)

/** What the verifier says is wrong with it; nothing where it finds nothing. A zip packed anew is said to be one. */
const wrongWith = (bytes: Buffer): Wrong | undefined => {
  addToFigure('evidence: packages tampered with', 1)
  try {
    validPackage(bytes)
    return undefined
  } catch (error) {
    if (error instanceof Wrong) return error
    throw error
  }
}
const flipped = (at: number, bit: number): Buffer => {
  const bytes = Buffer.from(zip)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
  return bytes
}
/** Where a file's bytes lie in the zip. */
const placeOf = (path: string): readonly [number, number] => {
  const from = zip.indexOf(files[path] as Uint8Array)
  return [from, from + (files[path]?.length ?? 0)]
}

describe('a package as it was made', () => {
  test('is valid, and comes out the same to the byte while nothing happens', async () => {
    expect(validPackage(zip)).toMatchObject({ contractId, sealings: [{ revision: 1 }] })
    expect((await packageOf(all.admin, contractId)).equals(zip)).toBe(true)
  })

  test('holds both ledgers whole, every paper they name, and no more', () => {
    const paths = Object.keys(files)
    expect(paths).toEqual(paths.toSorted())
    expect(linesOf(files, 'contract').length).toBeGreaterThan(8)
    expect(linesOf(files, 'archive')).toHaveLength(3)
    expect(paths.filter((path) => path.startsWith('papers/archive/'))).toEqual([
      'papers/archive/hold-0002.json',
      'papers/archive/sealing-0001.json',
    ])
  })

  test(`${5 * perName} of them, of many contracts at many points, never raise a false alarm`, async () => {
    const seals = new Set<string>()
    const sizes = new Set<number>()
    const names = [
      '株式会社髙橋𠮷兵衛商店',
      '有限会社ﾃｽﾄ',
      'Ａ＆Ｂ "quoted" \\ slash',
      '/ByteRange [0 1 2 3]',
      '合同会社﨑',
    ]
    let packages = 0
    for (const name of names) {
      const given = draft(all.serviceId)
      const id = await all.signed({ sme: { ...given.sme, name } })
      await house.settle()
      for (let n = 0; n < perName; n += 1) {
        const notice = incidentNotice(house.clock.today())
        good(await all.seller.post(`/v1/contracts/${id}/incident-notices`, { ...notice, summary: `${name} ${n}` }))
        const clean = await packageOf(all.admin, id)
        const { events, sealings } = validPackage(clean)
        for (const { sealFingerprint } of sealings) seals.add(sealFingerprint)
        sizes.add(events)
        packages += 1
      }
    }
    figure('evidence: clean packages, none alarmed', packages)
    expect(packages).toBe(5 * perName)
    expect(sizes.size).toBe(perName)
    expect(seals.size).toBe(1)
  })
})

/** Whether it is taken for the very zip the platform made, with nothing wrong in it. */
const passesAsMade = (bytes: Buffer): boolean => {
  try {
    return validPackage(bytes).packing === 'asMade'
  } catch (error) {
    if (error instanceof Wrong) return false
    throw error
  }
}

describe('a flipped bit is always found', () => {
  /** Places where it was not. */
  const missed = (places: Iterable<number>): readonly number[] =>
    [...places].filter((at) => !wrongWith(flipped(at, at % 8)))
  const between = function* (from: number, until: number, step = 1): Generator<number> {
    for (let at = from; at < until; at += step) yield at
  }

  test(`in ${extent('each fourth', 'every')} byte around the files: what is left is no zip, or another zip of the same files, and said to be`, () => {
    const inFiles = new Set<number>()
    for (const path of Object.keys(files)) for (const at of between(...placeOf(path))) inFiles.add(at)
    const around = [...between(0, zip.length)].filter((at) => !inFiles.has(at))
    expect(around.length).toBeGreaterThan(1_500)
    const tried = around.filter((_, n) => n % extent(4, 1) === 0)
    expect(tried.filter((at) => passesAsMade(flipped(at, at % 8)))).toEqual([])
  })
  test('in every byte of the list and of its signature', () => {
    expect(missed(between(...placeOf('manifest.json')))).toEqual([])
    expect(missed(between(...placeOf('manifest.sig')))).toEqual([])
  })
  test('in two thousand and more places of everything else', () => {
    const places = [...between(3, zip.length, Math.floor(zip.length / 2_100))]
    expect(places.filter((at) => passesAsMade(flipped(at, at % 8)))).toEqual([])
    const inFiles = Object.keys(files).flatMap((path) => [placeOf(path)])
    expect(missed(places.filter((at) => inFiles.some(([from, until]) => from <= at && at < until)))).toEqual([])
  })
  test('a package cut off anywhere is none; with something before or behind it, it is not as it was made', () => {
    for (let cut = 1; cut <= 100; cut += 1)
      expect(wrongWith(zip.subarray(0, zip.length - cut)), `-${cut}`).toBeDefined()
    for (let part = 0; part < 100; part += 1)
      expect(wrongWith(zip.subarray(0, Math.floor((zip.length * part) / 100))), `${part} %`).toBeDefined()
    expect(passesAsMade(Buffer.concat([zip, Buffer.of(0)]))).toBe(false)
    expect(passesAsMade(Buffer.concat([Buffer.of(0), zip]))).toBe(false)
  })
})

describe('files taken out, put in, changed and zipped again', () => {
  const paths = () => Object.keys(files)

  test('each one that is missing is named', () => {
    for (const path of paths()) {
      const { [path]: _, ...rest } = files
      expect(wrongWith(zipped(rest))?.where, path).toBe(path)
    }
  })
  test('each one that is changed is named, or what was signed over it', () => {
    for (const path of paths()) {
      const bytes = Buffer.from(files[path] ?? [])
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
      const { where } = wrongWith(zipped({ ...files, [path]: bytes })) ?? {}
      expect([path, 'manifest.json', 'keys/package.json'], path).toContain(where)
    }
  })
  test('one beside them is named', () => {
    expect(wrongWith(zipped({ ...files, 'documents/z.pdf': Buffer.from('x') }))?.where).toBe('documents/z.pdf')
  })
  test('two that changed places are found', () => {
    const [first = '', second = ''] = paths().filter((path) => path.startsWith('documents/'))
    const { [first]: one, [second]: other } = files
    expect(wrongWith(zipped({ ...files, [first]: other as Uint8Array, [second]: one as Uint8Array }))).toBeDefined()
  })
})

describe('events dropped, told twice, out of order or otherwise, and zipped again', () => {
  test.each(['contract', 'archive'] as const)('in the %s: every one is found, chained anew or not', (what) => {
    const lines = linesOf(files, what)
    const path = `ledger/${what}.json`
    for (const [name, twist] of Object.entries(twists)) {
      for (const at of lines.keys()) {
        for (const changed of [twist(lines, at), chainedAnew(twist(lines, at))]) {
          const bytes = Buffer.from(JSON.stringify(changed))
          expect(wrongWith(zipped({ ...files, [path]: bytes }))?.where, `${name} ${at + 1}`).toBe(path)
        }
      }
    }
  })
})

describe('someone who makes the list anew and signs it with a key of their own', () => {
  test('has another key, and that is what anyone compares; all else still holds', () => {
    const { keyFingerprint } = validPackage(forged(files))
    expect(keyFingerprint).not.toBe(validPackage(zip).keyFingerprint)
  })

  test.each(['contract', 'archive'] as const)('breaks the chain of the %s with every event touched', (what) => {
    const lines = linesOf(files, what)
    for (const [name, twist] of Object.entries(twists)) {
      for (const at of lines.keys()) {
        // A chain that ends earlier is a chain: that the end is missing only the list's own key tells.
        if (name === 'dropped' && at === lines.length - 1) continue
        const changed = twist(lines, at)
        expect(wrongWith(withLines(files, what, changed)), `${name} ${at + 1}`).toBeDefined()
      }
    }
  })

  test('and chains the contract anew, meets the chain that was sealed and stamped with it', () => {
    const lines = linesOf(files, 'contract')
    const sealed = 6
    for (const [name, twist] of Object.entries(twists)) {
      // What is told twice stands behind itself: of the sealed event that is behind the seal.
      for (let at = 0; at < (name === 'duplicated' ? sealed - 1 : sealed); at += 1) {
        const changed = chainedAnew(twist(lines, at))
        const wrong = wrongWith(withLines(files, 'contract', changed))
        expect(wrong?.where, `${name} ${at + 1}`).toMatch(/^ledger\/(?:contract|archive)\.json|^papers\//)
      }
    }
  })

  test('and leaves the seal out of the archive, leaves documents that nobody sealed', () => {
    const [, ...others] = linesOf(files, 'archive')
    const { 'papers/archive/sealing-0001.json': _, ...rest } = files
    expect(wrongWith(withLines(rest, 'archive', chainedAnew(others)))).toMatchObject({ where: 'ledger/archive.json' })
  })

  test('and puts another text under the signature, is told what does not fit', () => {
    const path = 'papers/contract/document-0001.json'
    const other = textOf(files[path]).replace('"terminals":', '"terminals": ')
    expect(wrongWith(forged({ ...files, [path]: Buffer.from(other) }))?.where).toBe(path)
  })

  test('and changes a sealed document, meets its seal', () => {
    const path = 'documents/contract-0006.pdf'
    const bytes = Buffer.from(files[path] ?? [])
    bytes.writeUInt8(bytes.readUInt8(1_000) ^ 1, 1_000)
    expect(wrongWith(forged({ ...files, [path]: bytes }))?.where).toBe(path)
  })
})
