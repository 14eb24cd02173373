import { createHash, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContentInfo, SignedData, type Certificate } from 'pkijs'
import { clockSetTo } from '../../functions/adapters/clock.ts'
import { sealsInFiles } from '../../functions/adapters/seals/seals-in-files.ts'
import { vaultInFiles } from '../../functions/adapters/vault-in-files.ts'

/** Seals as this machine has them, in a folder, for programs that are none of ours to look into. */
export const sealingIn = (folder: string) => {
  const clock = clockSetTo('2026-10-01T09:00:00+09:00')
  const seals = sealsInFiles(folder, vaultInFiles(join(folder, 'vault')), clock)
  return {
    sealed: (pdf: Uint8Array) => seals.sealPdf(pdf, { at: clock.now(), reason: '契約の内容の保全' }),
    /** Writes down some bytes, a time stamp over them and the authority's certificate; gives where they lie. */
    stamped: async () => {
      const bytes = Buffer.from('何かの一覧')
      const token = await seals.stamp(createHash('sha256').update(bytes).digest('hex'))
      const signed = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(token).buffer).content })
      const [certificate] = (signed.certificates ?? []) as Certificate[]
      const der = certificate?.toSchema().toBER() ?? new ArrayBuffer()
      const [data, stamp, pem] = ['list', 'list.tst', 'time.pem'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ]
      writeFileSync(data, bytes)
      writeFileSync(stamp, token)
      writeFileSync(pem, new X509Certificate(Buffer.from(der)).toString())
      return { data, stamp, pem, at: Math.floor(Date.parse(clock.now()) / 1_000) }
    },
  }
}
