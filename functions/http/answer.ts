import { problemOf, problems, type Trouble } from '../../shared/api/problem.ts'
import type { Route } from '../../shared/api/route.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'
import type { HttpAnswer } from './request.ts'

const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
// Documents are read, not run: no script, no frame, nothing from elsewhere.
const forPages = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
}

const isFile = (value: unknown): value is { readonly type: string; readonly body: string | Uint8Array } =>
  typeof value === 'object' && value !== null && 'type' in value && 'body' in value

/** Content types read where they are opened; everything else is put aside as a file. */
const readInPlace: ReadonlySet<string> = new Set(['application/pdf', 'text/html; charset=utf-8'])

type Media = NonNullable<Route['media']>
const endings: Readonly<Record<Media, string>> = {
  'text/html; charset=utf-8': '.html',
  'text/csv; charset=utf-8': '.csv',
  'text/javascript; charset=utf-8': '.mjs',
  'application/zip': '.zip',
  'application/pdf': '.pdf',
}

/** Subject of a file and when it was asked for: the ids of the path and of whoever asks, and the query. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** The contract that an SME's link names. */
  readonly contractId: string | null
  readonly at: Instant
}

/**
 * The name a file is saved under: what it is, of which thing, of which days, and for a list, which changes, when it was
 * asked for: `/v1/contracts/ctr_1/document.pdf` is `ctr_1-document.pdf`. Links are secrets and stand in no name.
 */
const fileName = ({ path }: Route, { params, query, contractId, at }: Asked, media: Media): string => {
  const parts = path.split('/').slice(2)
  const ids = parts.flatMap((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    return name === undefined || name === 'link' ? [] : [params[name] ?? '']
  })
  const fixed = parts.filter((part) => !part.startsWith('{'))
  const last = parts.at(-1) ?? ''
  const days = Object.values(query).filter((value) => /^\d{4}-\d\d(?:-\d\d)?$/.test(value))
  const listed = media === 'text/csv; charset=utf-8' ? [at.replaceAll(/[-:]|\.\d+Z$/g, '')] : []
  const ending = endings[media]
  const what = (
    last.startsWith('{') ? '' : fixed.slice(ids.length > 0 || contractId !== null ? -1 : 0).join('-')
  ).replace(ending, '')
  const named = [contractId ?? '', ...ids, what, ...days, ...listed].filter((part) => part !== '').join('-')
  return `${named.replace(ending, '').replaceAll(/[^\w.-]/g, '_')}${ending}`
}

const asTaken = (line: Route, media: Media, asked: Asked) => ({
  ...(media === 'text/html; charset=utf-8' ? forPages : {}),
  'content-disposition': `${readInPlace.has(media) ? 'inline' : 'attachment'}; filename="${fileName(line, asked, media)}"`,
})

/** Answer with what was asked for. A JSON answer that has a version bears it as its ETag. */
export const answered = (
  line: Route,
  value: unknown,
  asked: Asked,
  more: Readonly<Record<string, string>> = {},
): HttpAnswer => {
  if (line.media) {
    // A file that can be had in more than one form says itself which it is.
    const { type, body } = isFile(value)
      ? value
      : { type: line.media, body: value instanceof Uint8Array ? value : String(value) }
    return {
      status: line.status,
      headers: { ...always, 'content-type': type, ...asTaken(line, line.media, asked), ...more },
      body,
    }
  }
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined
  return {
    status: line.status,
    headers: {
      ...always,
      'content-type': 'application/json; charset=utf-8',
      ...(typeof version === 'number' ? { etag: `"${version}"` } : {}),
      ...more,
    },
    body: JSON.stringify(value),
  }
}

/** A problem document instead. */
export const no = (trouble: Trouble): HttpAnswer => {
  const { status, body } = problemOf(trouble)
  return {
    status,
    headers: {
      ...always,
      'content-type': 'application/problem+json; charset=utf-8',
      ...(trouble.kind === 'method-not-allowed' ? { allow: trouble.allow.join(', ') } : {}),
      ...(trouble.kind === 'not-signed-in' ? { 'www-authenticate': 'Bearer' } : {}),
      ...(body['retryable'] === true
        ? { 'retry-after': String(trouble.kind === 'unavailable' ? trouble.afterSeconds : 1) }
        : {}),
    },
    body: JSON.stringify(body),
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The same for a person whose browser opened a page: words to read, and what to do. */
export const noPage = (trouble: Trouble): HttpAnswer => {
  const { status, headers } = no(trouble)
  const { title } = problems[trouble.kind]
  return {
    status,
    headers: { ...headers, ...forPages, 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title.ja)}</title>
<style>body { font: 1.125rem/1.8 sans-serif; margin: 2rem auto; max-width: 40rem; padding: 0 1rem; }</style>
</head>
<body>
<h1>${escaped(title.ja)}</h1>
<p>お知らせの手紙やメールにあるリンクを、はじめから終わりまで全部、もう一度開いてください。途中で改行されているときは、つなげてください。</p>
<p>それでも開けないときは、お知らせに書かれた連絡先へお尋ねください。</p>
<p lang="en">${escaped(title.en)}. Please open the whole link from your letter again, or ask the contact named in it.</p>
</body>
</html>
`,
  }
}
