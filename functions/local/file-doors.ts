import type { Trouble } from '../../shared/api/problem.ts'
import { maxFileBytes } from '../../shared/domain/file/purposes.ts'
import { filesIn, filesOut, type TakenIn, type UploadsHere } from '../adapters/files/uploads-here.ts'
import { no } from '../http/answer.ts'

type Asked = {
  readonly method: string
  readonly pathname: string
  readonly type: string | undefined
  readonly body: Buffer
}
type Answered = {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

const problem = (trouble: Trouble): Answered => {
  const { status, headers, body } = no(trouble)
  return { status, type: headers['content-type'] ?? '', body }
}

const linkIsOver: Trouble = {
  kind: 'does-not-fit',
  what: 'link',
  given: 'one that was not made here, or is over',
  needs: 'a link that is still good',
  why: {
    ja: 'このリンクは使えないか、期限が過ぎています。もう一度、初めから行ってください。',
    en: 'This link is not good, or not any more. Begin again.',
  },
}

const refusalOf: Readonly<Record<Exclude<TakenIn, 'taken'>, Trouble>> = {
  'no-ticket': linkIsOver,
  'other-type': {
    kind: 'does-not-fit',
    what: 'content-type',
    given: 'another type',
    needs: 'the type that was stated',
    why: { ja: '申し出た種類と違う種類で送られました。', en: 'It was sent as another type than was stated.' },
  },
  'other-size': {
    kind: 'does-not-fit',
    what: 'content',
    given: 'another number of bytes',
    needs: 'the bytes that were stated',
    why: {
      ja: '届いたデータの大きさが、申し出たファイルと違います。もう一度お送りください。',
      en: 'What arrived is not of the size that was stated. Send it again.',
    },
  },
  'other-hash': {
    kind: 'does-not-fit',
    what: 'content',
    given: 'another SHA-256',
    needs: 'the SHA-256 that was stated',
    why: {
      ja: '届いたデータが、申し出たファイルと一致しません（SHA-256 が違います）。もう一度お送りください。',
      en: 'What arrived is not the file that was stated: its SHA-256 differs. Send it again.',
    },
  },
}

/**
 * Doors for files on this machine: where S3's signed addresses lead on AWS. One takes in what a ticket allows, at most
 * 20 MB; the other gives out what one allows, to be saved and never shown.
 */
export const throughDoor = async (uploads: UploadsHere, { method, pathname, type, body }: Asked): Promise<Answered> => {
  if (pathname.startsWith(filesIn)) {
    if (method !== 'PUT') return problem({ kind: 'method-not-allowed', allow: ['PUT'] })
    if (body.length > maxFileBytes) return problem({ kind: 'too-large', maxBytes: maxFileBytes })
    const taken = await uploads.takeIn(pathname.slice(filesIn.length), type, body)
    return taken === 'taken' ? { status: 200, type: 'text/plain', body: '' } : problem(refusalOf[taken])
  }
  if (method !== 'GET') return problem({ kind: 'method-not-allowed', allow: ['GET'] })
  const out = await uploads.giveOut(pathname.slice(filesOut.length))
  return out
    ? {
        status: 200,
        type: out.type,
        body: out.bytes,
        headers: { 'content-disposition': out.disposition, 'content-security-policy': "sandbox; default-src 'none'" },
      }
    : problem(linkIsOver)
}
