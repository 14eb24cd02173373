import * as z from 'zod'
import type { RequestOrigin } from '../../shared/api/request-context.ts'
import { originHeader } from '../../shared/wiring/origin-header.ts'
import { equalSecrets } from '../adapters/equal-secrets.ts'

const Address = z.union([z.ipv4(), z.ipv6()])

/** As much of a browser's own name as is kept: they are shorter, and whoever sends more wants to fill a page. */
const longestName = 300

/**
 * Where a request came from. Only a request that bears CloudFront's secret came through it: its caller is the last but
 * one that `x-forwarded-for` names, for CloudFront adds the caller and the gateway adds CloudFront; what stands before
 * those a caller may have written itself. Any other is of whoever holds the connection, whatever its headers say. What
 * is no address is none.
 */
export const originOf = (
  peer: string | undefined,
  headers: Readonly<Record<string, string>>,
  secret?: string,
): RequestOrigin => {
  const forwarded = (headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim())
  const isPassedOn = secret !== undefined && equalSecrets(headers[originHeader] ?? '', secret)
  const caller = isPassedOn && forwarded.length > 1 ? forwarded.at(-2) : peer
  const ip = (caller ?? '').replace(/^::ffff:(?=\d+\.)/, '')
  const userAgent = (headers['user-agent'] ?? '')
    .replaceAll(/[^\x20-\x7e]+/g, '?')
    .trim()
    .slice(0, longestName)
  return { ip: Address.safeParse(ip).data ?? null, userAgent: userAgent || null }
}
