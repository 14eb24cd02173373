import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { later } from '../../../shared/domain/plain-date.ts'
import type { Clock } from '../../ports/dependencies.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import {
  downloadLinkSeconds,
  uploadLinkSeconds,
  type HandOut,
  type Quarantine,
  type Scan,
} from '../../ports/uploads.ts'
import { vaultName } from '../../ports/vault.ts'
import { asAttachment } from '../files/content-disposition.ts'
import { scanBuiltIn } from '../files/scan-built-in.ts'

// Said in the request itself, and signed: S3 refuses bytes of another length, type or hash.
const signed = new Set(['content-length', 'content-type', 'x-amz-checksum-sha256'])

/** A quarantine in a bucket without a lock, whose rule lets everything go after thirty days. */
export const quarantineInS3 = (s3: S3Client, bucket: string, clock: Clock): Quarantine => {
  const at = (name: string) => ({ Bucket: bucket, Key: vaultName(name) })
  return {
    linkTo: async (name, { type, bytes, sha256 }) => {
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64')
      const now = clock.now()
      const url = await getSignedUrl(
        s3,
        new PutObjectCommand({ ...at(name), ContentType: type, ContentLength: bytes, ChecksumSHA256 }),
        {
          expiresIn: uploadLinkSeconds,
          signingDate: new Date(now),
          signableHeaders: signed,
          unhoistableHeaders: signed,
        },
      )
      const headers = { 'content-type': type, 'x-amz-checksum-sha256': ChecksumSHA256 }
      return { method: 'PUT', url, headers, until: later(now, uploadLinkSeconds * 1_000) }
    },
    get: async (name) => {
      try {
        const found = await s3.send(new GetObjectCommand({ ...at(name), ChecksumMode: 'ENABLED' }))
        return await found.Body?.transformToByteArray()
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
  }
}

/** Tag under which GuardDuty's malware protection for S3 says what it found. */
const scanTag = 'GuardDutyMalwareScanStatus'

/**
 * Scan by GuardDuty, as it tags what lies in quarantine. While there is no tag it has not looked yet; any word but that
 * nothing was found counts as found.
 */
export const scanByGuardDuty =
  (s3: S3Client, bucket: string): Scan =>
  async (name, bytes) => {
    const { TagSet = [] } = await s3.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: vaultName(name) }))
    const said = TagSet.find(({ Key }) => Key === scanTag)?.Value
    if (said === undefined) throw new Unavailable('the scan for malware is not over', 10)
    const ours = await scanBuiltIn(name, bytes)
    const isClean = said === 'NO_THREATS_FOUND' && ours.verdict === 'clean'
    return { by: 'guardDuty', verdict: isClean ? 'clean' : 'found' }
  }

/** Signed addresses of what lies in the vault; S3 itself says that it is to be saved, and under which name. */
export const handOutFromS3 =
  (s3: S3Client, bucket: string, clock: Clock): HandOut =>
  async (name, { fileName, type }) => {
    const now = clock.now()
    const url = await getSignedUrl(
      s3,
      new GetObjectCommand({
        Bucket: bucket,
        Key: vaultName(name),
        ResponseContentDisposition: asAttachment(fileName),
        ResponseContentType: type,
        ResponseCacheControl: 'no-store',
      }),
      { expiresIn: downloadLinkSeconds, signingDate: new Date(now) },
    )
    return { url, until: later(now, downloadLinkSeconds * 1_000) }
  }
