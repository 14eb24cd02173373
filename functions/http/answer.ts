import { problemOf, type Trouble } from '../../shared/api/problem.ts'
import type { Route } from '../../shared/api/route.ts'
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

/** Whether it is read where it is opened or put aside, and under which name: the end of its path, plain ASCII. */
const asTaken = (path: string, media: NonNullable<Route['media']>): Readonly<Record<string, string>> => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  switch (media) {
    case 'text/html; charset=utf-8':
      return forPages
    case 'text/csv; charset=utf-8':
    case 'application/zip':
      return { 'content-disposition': 'attachment' }
    case 'application/pdf':
      // One that is named in the path goes by that; the reader knows it already.
      return { 'content-disposition': name.startsWith('{') ? 'inline' : `inline; filename="${name}"` }
  }
}

/** What was asked for. A JSON answer that has a version bears it as its ETag. */
export const ok = (line: Route, value: unknown, more: Readonly<Record<string, string>> = {}): HttpAnswer => {
  if (line.media) {
    // What can be had in more than one form says itself which it is.
    const { type, body } = isFile(value)
      ? value
      : { type: line.media, body: value instanceof Uint8Array ? value : String(value) }
    return {
      status: line.status,
      headers: { ...always, 'content-type': type, ...asTaken(line.path, line.media), ...more },
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
      ...(body['retryable'] === true ? { 'retry-after': '1' } : {}),
    },
    body: JSON.stringify(body),
  }
}
