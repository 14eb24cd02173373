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

/** What was asked for. A JSON answer that has a version bears it as its ETag. */
export const ok = (line: Route, value: unknown, more: Readonly<Record<string, string>> = {}): HttpAnswer => {
  if (line.media) {
    const download = line.media.startsWith('text/csv') ? { 'content-disposition': 'attachment' } : forPages
    return {
      status: line.status,
      headers: { ...always, 'content-type': line.media, ...download, ...more },
      body: String(value),
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
