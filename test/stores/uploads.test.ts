import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { handOutFromS3, quarantineInS3, scanByGuardDuty } from '../../functions/adapters/aws/uploads-in-s3.ts'
import { uploadsHere } from '../../functions/adapters/files/uploads-here.ts'
import { vaultInFiles } from '../../functions/adapters/vault-in-files.ts'
import { throughDoor } from '../../functions/local/file-doors.ts'
import type { Quarantine, UploadLink } from '../../functions/ports/uploads.ts'
import { Unavailable } from '../../functions/ports/unavailable.ts'
import { startBucket } from '../infra/support/bucket.ts'
import { at } from '../infra/support/stub.ts'
import { clockAt, type TestClock } from '../support/house.ts'

type Given = {
  readonly clock: TestClock
  readonly quarantine: Quarantine
  /** Sends bytes through a link; gives the status. */
  readonly send: (link: UploadLink, bytes: Uint8Array) => Promise<number>
}

const moment = '2026-10-01T09:00:00+09:00'
const bytes = Buffer.from('a,b\r\n1,2\r\n')
const content = { type: 'text/csv', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
const name = 'files/ent_1/fil_1'

const here = async (): Promise<Given> => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-quarantine-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const clock = clockAt(moment)
  const secrets = { derive: async () => Buffer.from('a secret of the tests') }
  const vault = vaultInFiles(join(folder, 'vault'))
  const places = { site: 'http://127.0.0.1:8787' }
  const uploads = uploadsHere({ folder: join(folder, 'in'), vault, secrets, clock, places })
  const send: Given['send'] = async ({ url, headers, method }, sent) => {
    const asked = { method, pathname: new URL(url).pathname, type: headers['content-type'], body: Buffer.from(sent) }
    return (await throughDoor(uploads, asked)).status
  }
  return { clock, quarantine: uploads.quarantine, send }
}
const onS3 = async (): Promise<Given> => {
  const clock = clockAt(moment)
  const bucket = await startBucket(clock)
  onTestFinished(bucket.stop)
  const s3 = new S3Client({ ...at(bucket.url), forcePathStyle: true })
  const send: Given['send'] = async ({ url, headers }, sent) =>
    (await fetch(url, { method: 'PUT', headers, body: new Uint8Array(sent) })).status
  return { clock, quarantine: quarantineInS3(s3, 'quarantine', clock), send }
}

describe.each([
  ['a folder here', here],
  ['a bucket', onS3],
] as const)('a quarantine in %s', (_, make) => {
  test('takes in what was stated, and gives it back byte for byte', async () => {
    const { quarantine, send } = await make()
    expect(await quarantine.get(name)).toBeUndefined()
    const link = await quarantine.linkTo(name, content)
    expect([link.method, link.until]).toEqual(['PUT', '2026-10-01T00:15:00.000Z'])
    expect(await send(link, bytes)).toBe(200)
    expect(Buffer.from((await quarantine.get(name)) ?? [])).toEqual(bytes)
  })

  test('refuses other bytes than were stated', async () => {
    const { quarantine, send } = await make()
    const link = await quarantine.linkTo(name, content)
    expect(await send(link, Buffer.from('b,a\r\n1,2\r\n'))).toBeGreaterThanOrEqual(400)
    expect(await quarantine.get(name)).toBeUndefined()
  })

  test('names nothing outside of it', async () => {
    const { quarantine } = await make()
    await expect(quarantine.linkTo('../keys/x', content)).rejects.toThrow('no vault name')
  })
})

test('a folder here lets everything go after thirty days, whatever became of it', async () => {
  const { clock, quarantine, send } = await here()
  await send(await quarantine.linkTo(name, content), bytes)
  clock.advance(30 * 86_400_000)
  expect(await quarantine.get(name)).toBeDefined()
  clock.advance(1_000)
  expect(await quarantine.get(name)).toBeUndefined()
})

describe('links that S3 is asked for', () => {
  const clock = clockAt(moment)
  const s3 = new S3Client({ ...at('http://127.0.0.1:1'), forcePathStyle: true })

  test('bind length, type and SHA-256 of what comes in, for fifteen minutes', async () => {
    const { url, headers } = await quarantineInS3(s3, 'quarantine', clock).linkTo(name, content)
    const query = new URL(url).searchParams
    expect(query.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;x-amz-checksum-sha256')
    expect(query.get('X-Amz-Expires')).toBe('900')
    expect(headers['x-amz-checksum-sha256']).toBe(Buffer.from(content.sha256, 'hex').toString('base64'))
  })

  test('hand out a download under its name for sixty seconds', async () => {
    const { url, until } = await handOutFromS3(
      s3,
      'vault',
      clock,
    )(name, { fileName: '規約.pdf', type: 'application/pdf' })
    const query = new URL(url).searchParams
    expect([query.get('X-Amz-Expires'), until]).toEqual(['60', '2026-10-01T00:01:00.000Z'])
    expect(query.get('response-content-disposition')).toBe(
      'attachment; filename="__.pdf"; filename*=UTF-8\'\'%E8%A6%8F%E7%B4%84.pdf',
    )
  })
})

test('GuardDuty is waited for; only its word that nothing was found is clean', async () => {
  const saying = (TagSet: readonly object[]) =>
    scanByGuardDuty({ send: async () => ({ TagSet }) } as never, 'quarantine')(name, bytes)
  const status = (Value: string) => saying([{ Key: 'GuardDutyMalwareScanStatus', Value }])
  await expect(saying([])).rejects.toThrow(Unavailable)
  expect(await status('NO_THREATS_FOUND')).toEqual({ by: 'guardDuty', verdict: 'clean' })
  for (const other of ['THREATS_FOUND', 'UNSUPPORTED', 'ACCESS_DENIED', 'FAILED'])
    expect((await status(other)).verdict).toBe('found')
})
