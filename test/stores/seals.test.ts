import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KMSClient } from '@aws-sdk/client-kms'
import { PDF } from '@libpdf/core'
import { Integer } from 'asn1js'
import { PKIStatus } from 'pkijs'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { sealKeyByKms } from '../../functions/adapters/aws/seal-key-by-kms.ts'
import { sealKeyInFile } from '../../functions/adapters/key-files.ts'
import { certificateInVault, sealsBy } from '../../functions/adapters/seals/seals.ts'
import { sealsInFiles } from '../../functions/adapters/seals/seals-in-files.ts'
import { timeByHttp } from '../../functions/adapters/seals/time-by-http.ts'
import { vaultInFiles } from '../../functions/adapters/vault-in-files.ts'
import type { Seals } from '../../functions/ports/seals.ts'
import { sealOf } from '../../functions/verify/sealed-pdf.ts'
import { timeStampOver } from '../../functions/verify/time-stamp.ts'
import { kmsKeeping } from '../infra/support/kms.ts'
import { at, fault, saying, stubSaying } from '../infra/support/stub.ts'
import { startTimeAuthority, type Twist } from '../infra/support/time-authority.ts'
import { figure } from '../support/figures.ts'
import { clockAt } from '../support/house.ts'

const moment = '2026-10-01T00:00:00.000Z'
const clock = clockAt(moment)
const emptyFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-seals-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
const ids = { secretId: 'secret-key', signId: 'sign-key', sealId: 'seal-key' }

const here = async (): Promise<Seals> => {
  const folder = emptyFolder()
  return sealsInFiles(folder, vaultInFiles(join(folder, 'vault')), clock)
}
const onAws = async (): Promise<Seals> => {
  const folder = emptyFolder()
  const kms = await stubSaying(kmsKeeping(ids))
  const authority = await startTimeAuthority(sealKeyInFile(folder, 'time'), clock)
  onTestFinished(authority.stop)
  const key = sealKeyByKms(new KMSClient(at(kms.url)), ids.sealId)
  const vault = vaultInFiles(join(folder, 'vault'))
  const certificate = certificateInVault(vault, clock, key, { name: 'Musubi Seal', for: 'seals' })
  return sealsBy(key, certificate, timeByHttp(authority.url))
}

let pdf: Uint8Array
beforeAll(async () => {
  const blank = PDF.create()
  blank.addPage()
  pdf = await blank.save()
})
const sealing = { at: clock.now(), reason: '契約の内容の保全' }

describe('certificates begin before the first seal (attack 12)', () => {
  const sealedAt = async (folder: string, when: string) => {
    const then = clockAt(when)
    const seals = sealsInFiles(folder, vaultInFiles(join(folder, 'vault')), then)
    const sealed = Buffer.from(await seals.sealPdf(pdf, { at: then.now(), reason: '契約の内容の保全' }))
    return sealOf('it', sealed, Buffer.from((await seals.certificate()).der)).at
  }

  test.each(['2026-09-30T00:00:00Z', '2021-01-01T00:00:00Z', '1980-01-01T00:00:00Z', '2199-12-31T00:00:00Z'])(
    'a clock set to another day than the one they were made on seals what can be verified: %s',
    async (when) => {
      const folder = emptyFolder()
      await sealedAt(folder, moment)
      expect(await sealedAt(folder, when)).toBe(when)
    },
  )

  test('a certificate of the time that an earlier version let begin later stands in nobody’s way', async () => {
    const folder = emptyFolder()
    const vault = vaultInFiles(join(folder, 'vault'))
    const key = sealKeyInFile(folder, 'time')
    const later = readFileSync('test/fixtures/late-time-certificate.der')
    const name = `keys/${createHash('sha256')
      .update(await key.publicKey())
      .digest('hex')}.der`
    await vault.put(name, later, { contentType: 'application/pkix-cert', keepUntil: null })
    expect(await sealedAt(folder, '2026-09-30T00:00:00Z')).toBe('2026-09-30T00:00:00Z')
  })
})

describe.each([
  ['with keys in files', here],
  ['with keys in KMS and an authority’s time', onAws],
])('seals %s', (_, given) => {
  test('what was printed stays, byte for byte, under a seal that holds, with its time', async () => {
    const seals = await given()
    const sealed = Buffer.from(await seals.sealPdf(pdf, sealing))
    expect(sealed.subarray(0, pdf.length).equals(pdf)).toBe(true)
    const { der } = await seals.certificate()
    expect(sealOf('it', sealed, Buffer.from(der))).toMatchObject({ at: '2026-10-01T00:00:00Z' })
  })

  test('a changed byte of what was printed is not under it any more', async () => {
    const seals = await given()
    const sealed = Buffer.from(await seals.sealPdf(pdf, sealing))
    const { der } = await seals.certificate()
    sealed.writeUInt8(sealed.readUInt8(100) ^ 1, 100)
    expect(() => sealOf('it', sealed, Buffer.from(der))).toThrow('does not match what it signs')
  })

  test('a document is sealed twice under one certificate, which names the platform and its own key', async () => {
    const seals = await given()
    const [first, second] = [await seals.certificate(), await seals.certificate()]
    expect(Buffer.from(first.der).equals(second.der)).toBe(true)
    const certificate = new X509Certificate(first.der)
    expect(certificate.subject).toBe('CN=Musubi Seal')
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.ca).toBe(false)
    expect([certificate.validFromDate.toISOString(), certificate.validToDate.toISOString()]).toEqual([
      '1970-01-01T00:00:00.000Z',
      '9999-12-31T23:59:59.000Z',
    ])
    const spki = certificate.publicKey.export({ type: 'spki', format: 'der' })
    expect(first.name).toBe(`keys/${createHash('sha256').update(spki).digest('hex')}.der`)
    for (let n = 0; n < 2; n += 1) sealOf('it', Buffer.from(await seals.sealPdf(pdf, sealing)), Buffer.from(first.der))
  })

  test('a time stamp is over what was asked, and over nothing else', async () => {
    const seals = await given()
    const [one, other] = [Buffer.from('one'), Buffer.from('other')]
    const token = Buffer.from(await seals.stamp(createHash('sha256').update(one).digest('hex')))
    expect(timeStampOver('it', token, one)).toMatchObject({ at: '2026-10-01T00:00:00Z' })
    expect(() => timeStampOver('it', token, other)).toThrow('stamps something else')
  })
})

describe('the certificate', () => {
  test('has no end; a stamp bears whole seconds, made at whatever moment: fractions are no form of it', async () => {
    const folder = emptyFolder()
    const made = sealsInFiles(folder, vaultInFiles(join(folder, 'vault')), clockAt('2026-10-01T00:00:00.987Z'))
    const { der } = await made.certificate()
    expect(Buffer.from(der).toString('latin1')).toContain('99991231235959Z')
    const token = Buffer.from(await made.stamp('00'.repeat(32)))
    expect(token.toString('latin1')).toContain('20261001000000Z')
  })
  test('is made once and found again by whoever has the key', async () => {
    const folder = emptyFolder()
    const vault = vaultInFiles(join(folder, 'vault'))
    const first = await sealsInFiles(folder, vault, clock).certificate()
    const again = await sealsInFiles(folder, vault, clockAt('2027-01-01T00:00:00Z')).certificate()
    expect(Buffer.from(again.der).equals(first.der)).toBe(true)
  })
  test('a failure to have it is not remembered', async () => {
    const folder = emptyFolder()
    const vault = vaultInFiles(join(folder, 'vault'))
    const key = sealKeyInFile(folder, 'seal')
    let down = true
    const flaky = { ...key, publicKey: async () => (down ? Promise.reject(new Error('down')) : key.publicKey()) }
    const certificate = certificateInVault(vault, clock, flaky, { name: 'x', for: 'seals' })
    await expect(certificate()).rejects.toThrow('down')
    down = false
    expect((await certificate()).der.length).toBeGreaterThan(100)
  })
})

describe('a seal in KMS', () => {
  test('only a digest goes there, for ECDSA with SHA-256', async () => {
    const kms = await stubSaying(kmsKeeping(ids))
    await sealKeyByKms(new KMSClient(at(kms.url)), ids.sealId).sign(Buffer.alloc(10_000, 'long'))
    expect(kms.seen.map(({ target, body }) => [target, body])).toEqual([
      [
        'Sign',
        {
          KeyId: ids.sealId,
          Message: createHash('sha256').update(Buffer.alloc(10_000, 'long')).digest('base64'),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        },
      ],
    ])
  })
  test('no key to be had is thrown', async () => {
    const kms = await saying(fault('KMSInternalException', '', 500))
    await expect(sealKeyByKms(new KMSClient(at(kms.url)), 'x').publicKey()).rejects.toThrow('UnknownError')
  })
})

describe('an authority’s time', () => {
  const digest = createHash('sha256').update('it').digest()
  const askedOf = async (twist: Twist) => {
    const folder = emptyFolder()
    const authority = await startTimeAuthority(sealKeyInFile(folder, 'time'), clock, twist)
    onTestFinished(authority.stop)
    return { authority, stamp: timeByHttp(authority.url).stamp(digest) }
  }
  const stranger = () => sealKeyInFile(emptyFolder(), 'stranger')

  test('is asked for as RFC 3161 has it', async () => {
    const { authority, stamp } = await askedOf({})
    await stamp
    expect(authority.types).toEqual(['application/timestamp-query'])
  })
  test.each<[string, Twist, string]>([
    ['answers that it is broken', { http: 500 }, 'answered 500'],
    ['refuses', { status: PKIStatus.rejection }, 'refused (2)'],
    ['stamps another hash', { stamping: (one) => ({ ...one, sha256: new Uint8Array(32) }) }, 'for something else'],
    [
      'answers an older question',
      { stamping: (one) => ({ ...one, nonce: new Integer({ value: 7 }) }) },
      'something else',
    ],
    ['leaves the question out', { stamping: (one) => ({ ...one, nonce: undefined }) }, 'for something else'],
    ['signs with another key', { stamping: (one) => ({ ...one, key: stranger() }) }, 'not signed by its certificate'],
  ])('is not believed where it %s: nothing is stamped', async (_, twist, why) => {
    await expect((await askedOf(twist)).stamp).rejects.toThrow(why)
  })
  test('nobody there is thrown, and no time is made up', async () => {
    await expect(timeByHttp('http://127.0.0.1:9/').stamp(digest)).rejects.toThrow(/fetch failed/)
  })
})

test('a seal costs little', async () => {
  const seals = await here()
  await seals.sealPdf(pdf, sealing)
  const before = process.cpuUsage()
  for (let n = 0; n < 10; n += 1) await seals.sealPdf(pdf, sealing)
  const { user, system } = process.cpuUsage(before)
  const ms = (user + system) / 1_000 / 10
  figure('seals: CPU ms for each sealed PDF with its time stamp', Math.round(ms * 10) / 10)
  expect(ms).toBeLessThan(250)
})
