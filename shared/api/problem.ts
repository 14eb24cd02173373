import type { Refusal } from '../domain/refusal.ts'
import type { Words } from '../domain/words.ts'

/** Objection to the form of a request: the field, and why. */
export type FormError = { readonly where: string; readonly why: Words }

/** Answer instead of what was asked: a refusal of the platform, or a trouble at its door. */
export type Trouble =
  | Refusal
  | { readonly kind: 'malformed'; readonly errors: readonly FormError[] }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'headers-too-large'; readonly maxBytes: number }
  /** Request that is no HTTP, came too slowly, or is for another host. */
  | { readonly kind: 'not-http' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'wrong-host' }
  /** Outage of something the platform depends on; a retry of the same request may succeed later. */
  | { readonly kind: 'unavailable'; readonly afterSeconds: number }
  | { readonly kind: 'not-json' }
  /** The first byte that is none of UTF-8, counted from 1. */
  | { readonly kind: 'not-utf-8'; readonly byte: number }
  | { readonly kind: 'unsupported-media-type'; readonly needs: string }
  | { readonly kind: 'no-such-route' }
  | { readonly kind: 'method-not-allowed'; readonly allow: readonly string[] }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'not-permitted' }
  | { readonly kind: 'idempotency-key-missing' }
  | { readonly kind: 'version-required' }
  /** A stored row bears a form, or within one a key or a word, that this version does not know. */
  | { readonly kind: 'newer-form'; readonly row: string; readonly form: number; readonly known: number }
  | { readonly kind: 'defect' }
export type TroubleKind = Trouble['kind']

type Look = { readonly status: number; readonly title: Words; readonly retryable?: true }

/** HTTP status and title of each kind. One line per kind; a missing line does not compile. */
export const problems = {
  'not-found': { status: 404, title: { ja: '見つかりません', en: 'Not found' } },
  'not-in-standard': { status: 404, title: { ja: '基準にありません', en: 'Not in the standard' } },
  'wrong-stage': { status: 409, title: { ja: 'いまの段階では行えません', en: 'Not possible at this stage' } },
  'breaches-standard': {
    status: 422,
    title: { ja: 'サービス基準に反します', en: 'In breach of the service standard' },
  },
  incomplete: { status: 409, title: { ja: 'まだ足りないものがあります', en: 'Something is still missing' } },
  'does-not-fit': { status: 422, title: { ja: '合わない値です', en: 'Does not fit' } },
  'not-readable': { status: 422, title: { ja: 'ファイルを読み取れません', en: 'The file cannot be read' } },
  'not-in-charset': {
    status: 422,
    title: { ja: 'この文字コードでは書けない文字があります', en: 'The charset cannot write some characters' },
  },
  'out-of-order': { status: 422, title: { ja: '日付の前後が合いません', en: 'Days out of order' } },
  'already-exists': { status: 409, title: { ja: '既にあります', en: 'Already exists' } },
  'second-person-needed': {
    status: 403,
    title: { ja: '提案した人とは別の人の承認が要ります', en: 'A second person must approve' },
  },
  'link-not-usable': {
    status: 410,
    title: {
      ja: 'このリンクは使えません。送り主に再送をご依頼ください',
      en: 'This link cannot be used; ask for a new one',
    },
  },
  'too-many-sendings': {
    status: 429,
    title: {
      ja: '送れる回数に達しました。示された時刻から、また送れます',
      en: 'No more can be sent for now; again from the moment that is named',
    },
  },
  'code-not-right': { status: 422, title: { ja: '確認コードが違います', en: 'The code is not right' } },
  'document-changed': {
    status: 409,
    title: { ja: '書面が改められています。もう一度お読みください', en: 'The document has changed; read it again' },
  },
  'being-checked': {
    status: 409,
    title: {
      ja: 'お申込みの受付について確認中です。リンクはそのままお使いになれます。送り主からのご連絡をお待ちください',
      en: 'The application is being checked. The link stays good; please wait to hear from the sender',
    },
  },
  'wish-overtaken': {
    status: 409,
    title: {
      ja: '解約の申出は、もう確定できません。いまの違約金で改めてお申し出ください',
      en: 'This wish to leave can no longer be confirmed; ask again, and see the price as it is now',
    },
  },
  'next-term-agreed': {
    status: 409,
    title: {
      ja: '次の契約期間が既に合意されています。先に、この変更を入れた更新に改めて署名を受けてください',
      en: 'The next term is agreed already; first have a renewal with this change signed anew',
    },
  },
  'cannot-be-printed': {
    status: 422,
    title: { ja: '印刷できない文字があります', en: 'Some characters cannot be printed' },
  },
  'changed-meanwhile': {
    status: 409,
    title: { ja: '同時に他の変更がありました。もう一度お試しください', en: 'Changed by others meanwhile; try again' },
    retryable: true,
  },
  'changed-since-read': {
    status: 412,
    title: { ja: '読まれた後に変更されています。読み直してください', en: 'Changed since you read it; read it again' },
  },
  'last-admin': {
    status: 409,
    title: {
      ja: '最後の管理者は、停止・削除・役割の変更ができません。先に別の管理者を招き、その方が参加してから、もう一度お試しください。できないときは、再販協力会社は実施主体に、実施主体と審査登録機関は運営者に、管理者の交代をご依頼ください',
      en: 'The last administrator cannot be suspended, removed or given another role. Invite another one first and wait until that person has joined; or ask for a replacement: a reseller its implementing entity, an implementing entity or a registration body the operator',
    },
  },
  'no-longer-member': {
    status: 403,
    title: {
      ja: 'このメンバーの権限は、現在ありません（利用停止・削除・役割の変更）。何も記録していません。サインインし直し、それでも同じときは組織の管理者にご確認ください',
      en: 'This member no longer has the right to act: suspended, removed, or in another role. Nothing was recorded. Sign in again, and if that does not help ask your administrator',
    },
  },
  malformed: { status: 400, title: { ja: '入力の形が違います', en: 'Malformed input' } },
  'too-large': { status: 413, title: { ja: '送られたデータが大きすぎます', en: 'Too large' } },
  'headers-too-large': {
    status: 431,
    title: { ja: 'ヘッダーが大きすぎます', en: 'The headers are too large' },
  },
  'not-http': { status: 400, title: { ja: 'HTTP として読めません', en: 'Not readable as HTTP' } },
  'too-slow': {
    status: 408,
    title: {
      ja: '送信が途中で止まりました。もう一度お送りください',
      en: 'The request did not arrive in time; send it again',
    },
    retryable: true,
  },
  'wrong-host': {
    status: 421,
    title: {
      ja: 'この名前では応えません。http://127.0.0.1 か http://localhost でお開きください',
      en: 'Not answered under this name; use http://127.0.0.1 or http://localhost',
    },
  },
  'not-json': { status: 400, title: { ja: 'JSON として読めません', en: 'Not readable as JSON' } },
  'not-utf-8': {
    status: 400,
    title: { ja: 'UTF-8 で書かれていません。UTF-8 で送り直してください', en: 'Not in UTF-8; send it in UTF-8' },
  },
  'unsupported-media-type': { status: 415, title: { ja: 'この形式では受け取れません', en: 'Not taken in this type' } },
  'no-such-route': { status: 404, title: { ja: 'その窓口はありません', en: 'No such route' } },
  'method-not-allowed': { status: 405, title: { ja: 'その方法では呼べません', en: 'Method not allowed' } },
  'not-signed-in': { status: 401, title: { ja: '本人確認ができません', en: 'Not signed in' } },
  'not-permitted': { status: 403, title: { ja: 'この操作の権限がありません', en: 'Not permitted' } },
  'idempotency-key-missing': {
    status: 400,
    title: { ja: 'Idempotency-Key がありません', en: 'Idempotency-Key is missing' },
  },
  'idempotency-key-reused': {
    status: 422,
    title: {
      ja: '同じ Idempotency-Key が別の内容に使われています',
      en: 'Idempotency-Key was used for another request',
    },
  },
  'version-required': { status: 428, title: { ja: 'If-Match がありません', en: 'If-Match is required' } },
  'outcome-unknown': {
    status: 503,
    title: {
      ja: '結果を確かめられませんでした。同じ Idempotency-Key でもう一度お送りください',
      en: 'The outcome is not known; send it again with the same Idempotency-Key',
    },
    retryable: true,
  },
  'newer-form': {
    status: 503,
    title: {
      ja: 'この記録は、いま動いているものより新しい版の Musubi が書いたため、読み取れません。何も変更していません。運営者に、版を新しくするようお伝えください',
      en: 'This record was written by a newer version of Musubi than the one running, and cannot be read. Nothing was changed. Ask the operator to bring the newer version back',
    },
  },
  unavailable: {
    status: 503,
    title: {
      ja: 'ただいま処理できません。しばらくしてから、同じ内容でもう一度お送りください',
      en: 'Not available just now; send the same again later',
    },
    retryable: true,
  },
  defect: { status: 500, title: { ja: '当方の不具合です', en: 'Our defect' } },
} as const satisfies Record<TroubleKind, Look>

/** An RFC 9457 problem document. What the refusal carries comes along as it is. */
export type Problem = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

export const problemOf = (trouble: Trouble): Problem => {
  const { kind, ...evidence } = trouble
  const { status, title, ...rest }: Look = problems[kind]
  // The clause of a single breach stands at the top too, where a caller looks first.
  const clauses = kind === 'breaches-standard' ? [...new Set(trouble.breaches.map(({ clause }) => clause))] : []
  // The kind of thing that was not found stays unsaid: the answer for another tenant's must equal that for nothing.
  const told = kind === 'not-found' ? {} : evidence
  return {
    status,
    body: {
      type: `/problems/${kind}`,
      title: title.ja,
      titleEn: title.en,
      status,
      kind,
      ...(clauses.length > 0 ? { clause: clauses.join(' ') } : {}),
      ...told,
      retryable: rest.retryable ?? false,
    },
  }
}
