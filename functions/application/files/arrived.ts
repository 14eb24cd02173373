import { fileName, type ExistingFile } from '../../../shared/domain/file/file.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

const other = (given: string, needs: string, ja: string, en: string): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what: 'content',
  given,
  needs,
  why: { ja, en },
})

/** What lies in quarantine for a file, if it is what was stated: it arrived, has as many bytes, and the same SHA-256. */
export const arrivedAsStated = async (
  { uploads, bytesDigest }: Pick<Dependencies, 'uploads' | 'bytesDigest'>,
  file: ExistingFile,
): Promise<Result<Uint8Array, Refusal<'does-not-fit'>>> => {
  const bytes = await uploads.quarantine.get(fileName(file))
  if (!bytes)
    return refuse(
      other(
        'nothing',
        'the file at the address that was given',
        'ファイルがまだ届いていません。返された URL に送ってから、もう一度お試しください。',
        'The file has not arrived. Send it to the address that was given, then try again.',
      ),
    )
  if (bytes.length !== file.bytes)
    return refuse(
      other(
        `${bytes.length} bytes`,
        `${file.bytes} bytes`,
        `届いたファイルは ${bytes.length} バイトで、申し出た ${file.bytes} バイトと違います。もう一度お送りください。`,
        `The file that arrived has ${bytes.length} bytes, not the ${file.bytes} that were stated. Send it again.`,
      ),
    )
  const hash = bytesDigest(bytes)
  if (hash !== file.sha256)
    return refuse(
      other(
        hash,
        file.sha256,
        '届いたファイルが、申し出たものと一致しません（SHA-256 が違います）。もう一度お送りください。',
        'What arrived is not the file that was stated: its SHA-256 differs. Send it again.',
      ),
    )
  return ok(bytes)
}
