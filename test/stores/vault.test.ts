import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { vaultInS3 } from '../../functions/adapters/aws/vault-in-s3.ts'
import { vaultInFiles } from '../../functions/adapters/vault-in-files.ts'
import type { Vault } from '../../functions/ports/vault.ts'
import { dayInJapan, plainDate } from '../../shared/domain/plain-date.ts'
import { startBucket } from '../infra/support/bucket.ts'
import { at } from '../infra/support/stub.ts'
import { clockAt, type TestClock } from '../support/house.ts'

type Given = { readonly vault: Vault; readonly clock: TestClock }

const moment = '2026-10-01T09:00:00+09:00'
const emptyFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
const inFiles = async (): Promise<Given> => ({ vault: vaultInFiles(emptyFolder()), clock: clockAt(moment) })
const bucketAndVault = async () => {
  const clock = clockAt(moment)
  const bucket = await startBucket(clock)
  onTestFinished(bucket.stop)
  const s3 = new S3Client({ ...at(bucket.url), forcePathStyle: true })
  return { clock, bucket, vault: vaultInS3(s3, 'vault', clock) }
}

const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 10, 255, 0x0a, 0xe9])
const sha256 = createHash('sha256').update(pdf).digest('hex')
const name = 'ctr_1/0001/contract.pdf'
const contentType = 'application/pdf'
const last = plainDate('2038-09-30')
const dayAfter = plainDate('2038-10-01')
const dayLater = plainDate('2038-10-02')
const muchLater = plainDate('2050-01-01')

/** Nothing may go before the clock says so either; the vault on AWS looks at its own. */
const remove = ({ vault, clock }: Given, today: ReturnType<typeof plainDate>) => {
  clock.set(`${today}T00:00:00+09:00`)
  return vault.remove(name, dayInJapan(clock.now()))
}

describe.each([
  ['of files', inFiles],
  ['in a bucket', bucketAndVault],
])('a vault %s', (_, given) => {
  const keeping = async (keepUntil: typeof last | null) => {
    const there: Given = await given()
    await there.vault.put(name, pdf, { contentType, keepUntil })
    return there
  }

  test('gives back what was put, byte for byte, and says its hash', async () => {
    const { vault } = await given()
    expect(await vault.put(name, pdf, { contentType, keepUntil: last })).toBe(sha256)
    expect(Buffer.from((await vault.get(name)) ?? [])).toEqual(pdf)
    expect(await vault.get('ctr_1/0001/other.pdf')).toBeUndefined()
  })

  test('names what lies in one of its folders, sorted, and nothing beside it', async () => {
    const { vault } = await given()
    for (const one of ['keys/b.der', 'keys/a.der', 'keys2/c.der', 'ctr_1/keys/d.der'])
      await vault.put(one, pdf, { contentType, keepUntil: null })
    expect(await vault.names('keys')).toEqual(['keys/a.der', 'keys/b.der'])
    expect(await vault.names('none')).toEqual([])
  })

  test('keeps nothing at all as it keeps anything', async () => {
    const { vault } = await given()
    await vault.put(name, Buffer.alloc(0), { contentType, keepUntil: last })
    expect(await vault.get(name)).toHaveLength(0)
  })

  test('the same bytes again change nothing; other bytes are a defect', async () => {
    const { vault } = await keeping(last)
    expect(await vault.put(name, pdf, { contentType, keepUntil: last })).toBe(sha256)
    const other = vault.put(name, Buffer.from('other'), { contentType, keepUntil: last })
    await expect(other).rejects.toThrow('other bytes lie in the vault')
    expect(Buffer.from((await vault.get(name)) ?? [])).toEqual(pdf)
  })

  test('what is kept through a day goes on the next, and not on it', async () => {
    const there = await keeping(last)
    expect(await remove(there, last)).toBe('kept')
    expect(await there.vault.get(name)).toBeDefined()
    expect(await remove(there, dayAfter)).toBe('removed')
    expect(await there.vault.get(name)).toBeUndefined()
    expect(await remove(there, dayAfter)).toBe('removed')
  })

  test('what has no day yet does not go, until it has one and that has passed', async () => {
    const there = await keeping(null)
    expect(await remove(there, muchLater)).toBe('kept')
    there.clock.set(moment)
    await there.vault.extend(name, last)
    expect(await remove(there, last)).toBe('kept')
    expect(await remove(there, dayAfter)).toBe('removed')
  })

  test('it is kept longer, never shorter', async () => {
    const there = await keeping(last)
    await there.vault.extend(name, plainDate('2030-01-01'))
    expect(await remove(there, last)).toBe('kept')
    there.clock.set(moment)
    await there.vault.extend(name, dayAfter)
    expect(await remove(there, dayAfter)).toBe('kept')
    expect(await remove(there, dayLater)).toBe('removed')
  })

  test.each([
    ['a later day', last, dayAfter, dayAfter, dayLater],
    ['an earlier day', last, plainDate('2030-01-01'), last, dayAfter],
  ])('the same bytes put again for %s are kept for the later of both', async (_, first, second, kept, gone) => {
    const there = await keeping(first)
    await there.vault.put(name, pdf, { contentType, keepUntil: second })
    expect(await remove(there, kept)).toBe('kept')
    expect(await remove(there, gone)).toBe('removed')
  })

  test.each([
    [last, null],
    [null, last],
  ])('put for %s and then for %s, it has no day', async (first, second) => {
    const there = await keeping(first)
    await there.vault.put(name, pdf, { contentType, keepUntil: second })
    expect(await remove(there, muchLater)).toBe('kept')
  })

  test('nothing is extended that is not there', async () => {
    const { vault } = await given()
    await expect(vault.extend(name, last)).rejects.toThrow('nothing lies in the vault')
  })

  test.each(['', '/x', 'x/', 'x//y', '../x', 'x/../y', '.x', 'x/.y', 'x y', 'x\\y', '髙', 'x\n', 'x'.repeat(201)])(
    'a name that is none is a defect: %j',
    async (bad) => {
      const { vault } = await given()
      await expect(vault.put(bad, pdf, { contentType, keepUntil: last })).rejects.toThrow('no vault name')
      await expect(vault.get(bad)).rejects.toThrow('no vault name')
    },
  )

  test('two who put at once both find their bytes there, if they are the same', async () => {
    const { vault } = await given()
    const all = await Promise.all(
      Array.from({ length: 8 }, () => vault.put(name, pdf, { contentType, keepUntil: last })),
    )
    expect(new Set(all)).toEqual(new Set([sha256]))
  })
})

describe('a vault of files', () => {
  test('another that opens the folder finds the same, and nothing lies about', async () => {
    const folder = emptyFolder()
    await vaultInFiles(folder).put(name, pdf, { contentType, keepUntil: last })
    const again = vaultInFiles(folder)
    expect(Buffer.from((await again.get(name)) ?? [])).toEqual(pdf)
    expect(await again.remove(name, last)).toBe('kept')
    expect(readdirSync(folder)).toEqual(['ctr_1~0001~contract.pdf.kept'])
  })

  test('what a crash left half written is nothing', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'half.part'), '{"keepUntil"')
    const vault = vaultInFiles(folder)
    expect(await vault.get('half')).toBeUndefined()
    await vault.put('half', pdf, { contentType, keepUntil: null })
    expect(readFileSync(join(folder, 'half.kept')).subarray(-pdf.length)).toEqual(pdf)
  })
})

describe('a vault in a bucket', () => {
  test('bytes go up once, under their hash, locked as they arrive', async () => {
    const { vault, bucket } = await bucketAndVault()
    await vault.put(name, pdf, { contentType, keepUntil: last })
    expect(bucket.seen).toHaveLength(1)
    expect(bucket.seen[0]).toMatchObject({
      method: 'PUT',
      headers: {
        'content-type': contentType,
        'if-none-match': '*',
        'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
        'x-amz-object-lock-mode': 'COMPLIANCE',
        'x-amz-object-lock-retain-until-date': '2038-09-30T15:00:00Z',
      },
    })
  })

  test('without a day they go up under a legal hold', async () => {
    const { vault, bucket } = await bucketAndVault()
    await vault.put(name, pdf, { contentType, keepUntil: null })
    expect(bucket.seen[0]?.headers).toMatchObject({ 'x-amz-object-lock-legal-hold': 'ON' })
    expect(bucket.seen[0]?.headers).not.toHaveProperty('x-amz-object-lock-mode')
  })

  test('for a day that has passed, the bucket’s own retention is left', async () => {
    const { vault, bucket } = await bucketAndVault()
    await vault.put(name, pdf, { contentType, keepUntil: plainDate('2020-01-01') })
    expect([...bucket.kept.values()]).toMatchObject([{ until: '2036-09-30T15:00:00.000Z', held: false }])
    await vault.extend(name, plainDate('2020-01-01'))
    expect([...bucket.kept.values()]).toMatchObject([{ until: '2036-09-30T15:00:00.000Z' }])
  })

  test('the hold is lifted only after the retention stands', async () => {
    const { vault, bucket } = await bucketAndVault()
    await vault.put(name, pdf, { contentType, keepUntil: null })
    bucket.seen.length = 0
    await vault.extend(name, last)
    const asked = bucket.seen.map(({ method, path }) => `${method} ${/retention|legal-hold/.exec(path)?.[0] ?? ''}`)
    expect(asked).toEqual(['HEAD ', 'PUT retention', 'PUT legal-hold'])
  })

  test('bytes that arrive changed are not taken for what was put', async () => {
    const { vault, bucket } = await bucketAndVault()
    await vault.put(name, pdf, { contentType, keepUntil: last })
    const [[key, version] = []] = [...bucket.kept]
    if (key && version) bucket.kept.set(key, { ...version, bytes: Buffer.from('others') })
    await expect(vault.get(name)).rejects.toThrow(/checksum/i)
  })
})
