import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  paginateListObjectsV2,
  type HeadObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3'
import { instant, later, startOfDayInJapan, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { taken, vaultName, type KeepUntil, type Vault } from '../../ports/vault.ts'
import type { Clock } from '../../ports/dependencies.ts'
import { sha256 } from '../canonical.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The first moment at which something may go that is kept through a day. */
const freeFrom = (until: PlainDate): Instant => later(startOfDayInJapan(until), dayMs)

/**
 * A vault in a bucket with Object Lock. A day becomes a retention in COMPLIANCE mode, which not even the account's
 * owner can shorten; while no day is known, a legal hold stands instead, beside the bucket's own retention. The bytes
 * travel under their SHA-256, and S3 keeps it.
 */
export const vaultInS3 = (s3: S3Client, bucket: string, clock: Clock): Vault => {
  const at = (name: string) => ({ Bucket: bucket, Key: vaultName(name) })

  const head = (name: string): Promise<HeadObjectCommandOutput | undefined> =>
    s3.send(new HeadObjectCommand({ ...at(name), ChecksumMode: 'ENABLED' })).catch(undefinedIfNotThere)

  const keepLonger = async (name: string, kept: HeadObjectCommandOutput, until: PlainDate): Promise<void> => {
    const from = freeFrom(until)
    // A day that has passed locks nothing, and S3 refuses to be told one.
    if (from <= lockedUntil(kept) || from <= clock.now()) return
    await s3.send(
      new PutObjectRetentionCommand({
        ...at(name),
        VersionId: kept.VersionId,
        ChecksumAlgorithm: 'SHA256',
        Retention: { Mode: 'COMPLIANCE', RetainUntilDate: new Date(from) },
      }),
    )
  }
  const hold = (name: string, { VersionId }: HeadObjectCommandOutput, Status: 'ON' | 'OFF') =>
    s3.send(
      new PutObjectLegalHoldCommand({ ...at(name), VersionId, ChecksumAlgorithm: 'SHA256', LegalHold: { Status } }),
    )

  return {
    put: async (name, bytes, { contentType, keepUntil }) => {
      const hex = sha256(bytes)
      const ChecksumSHA256 = Buffer.from(hex, 'hex').toString('base64')
      try {
        await s3.send(
          new PutObjectCommand({
            ...at(name),
            Body: bytes,
            ContentType: contentType,
            ChecksumSHA256,
            IfNoneMatch: '*',
            ...lock(keepUntil, clock.now()),
          }),
        )
      } catch (error) {
        if (!isTaken(error)) throw error
        const kept = await head(name)
        if (kept?.ChecksumSHA256 !== ChecksumSHA256) throw taken(name)
        if (keepUntil === null) await hold(name, kept, 'ON')
        else if (!isHeld(kept)) await keepLonger(name, kept, keepUntil)
      }
      return hex
    },
    get: async (name) => {
      const found = await s3
        .send(new GetObjectCommand({ ...at(name), ChecksumMode: 'ENABLED' }))
        .catch(undefinedIfNotThere)
      return found?.Body?.transformToByteArray()
    },
    names: async (folder) => {
      const pages = paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: `${vaultName(folder)}/` })
      const names: string[] = []
      for await (const { Contents = [] } of pages) names.push(...Contents.flatMap(({ Key }) => Key ?? []))
      return names.toSorted()
    },
    extend: async (name, until) => {
      const kept = await head(name)
      if (!kept) throw new Error(`nothing lies in the vault under ${name}`)
      // The retention first: there is no moment at which neither protects it.
      await keepLonger(name, kept, until)
      if (isHeld(kept)) await hold(name, kept, 'OFF')
    },
    remove: async (name, today) => {
      const kept = await head(name)
      if (!kept) return 'removed'
      if (isHeld(kept) || startOfDayInJapan(today) < lockedUntil(kept)) return 'kept'
      // The one version there is, by its id: no mark is left that would hide a name without freeing it.
      await s3.send(new DeleteObjectCommand({ ...at(name), VersionId: kept.VersionId }))
      return 'removed'
    },
  }
}

/** Object lock that comes with the put, at once; for a day that has passed, the bucket's own. */
const lock = (keepUntil: KeepUntil, now: Instant) => {
  if (keepUntil === null) return { ObjectLockLegalHoldStatus: 'ON' as const }
  const from = freeFrom(keepUntil)
  return from > now ? { ObjectLockMode: 'COMPLIANCE' as const, ObjectLockRetainUntilDate: new Date(from) } : {}
}

const isHeld = ({ ObjectLockLegalHoldStatus }: HeadObjectCommandOutput): boolean => ObjectLockLegalHoldStatus === 'ON'

const lockedUntil = ({ ObjectLockRetainUntilDate: date }: HeadObjectCommandOutput): Instant =>
  instant((date ?? new Date(0)).toISOString())

const isTaken = (error: unknown): boolean =>
  error instanceof Error && '$metadata' in error && error.name === 'PreconditionFailed'

const undefinedIfNotThere = (error: unknown): undefined => {
  if (error instanceof NoSuchKey || error instanceof NotFound) return undefined
  throw error
}
