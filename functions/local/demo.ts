import { operatorMail } from './issuer.ts'
import { demoService } from './demo-service.ts'
import type { Running } from './running.ts'

// The same day at every start, or the fixed keys would meet other requests.
const since = '2026-04-01'

/** Person to try the platform as, and what for. */
export type Person = { readonly who: string; readonly mail: string }

export const people: readonly Person[] = [
  { who: '運用者', mail: operatorMail },
  { who: '実施主体 管理者', mail: 'admin@entity.example.jp' },
  { who: '実施主体 担当者', mail: 'staff@entity.example.jp' },
  { who: '再販協力会社 管理者', mail: 'sales@reseller.example.jp' },
  { who: '審査登録機関', mail: 'officer@body.example.jp' },
  { who: 'IPA', mail: 'officer@ipa.example.jp' },
]

type Sold = { readonly code: string; readonly authorizations: readonly unknown[] }

/**
 * True where everyone is there already: the last thing that is seeded is. What an older version seeded stands as it is;
 * its idempotency keys would meet other requests once what is seeded has changed, and are forgotten after a while.
 */
const isThere = async ({ url, issuer }: Pick<Running, 'url' | 'issuer'>): Promise<boolean> => {
  const made = await issuer.tokenFor('admin@entity.example.jp')
  if (!made) return false
  const response = await fetch(`${url}/v1/resellers`, { headers: { authorization: `Bearer ${made.token}` } })
  if (!response.ok) throw new Error(`/v1/resellers: ${response.status} ${await response.text()}`)
  const { items } = (await response.json()) as { readonly items: readonly Sold[] }
  return items.some(({ code, authorizations }) => code === 'R1' && authorizations.length > 0)
}

/**
 * Parties to try things with: an implementing entity with a registered service and an approved reseller, a
 * registration body, IPA. All of it through the API, under fixed keys, so that it is there once however often the
 * server starts.
 */
export const seedDemo = async ({ url, issuer }: Running): Promise<void> => {
  const as =
    (mail: string) =>
    async (path: string, body?: unknown, more: Record<string, string> = {}) => {
      const made = await issuer.tokenFor(mail)
      const response = await fetch(`${url}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${made?.token}`,
          'content-type': 'application/json',
          'idempotency-key': `demo${path}${more['key'] ?? ''}`,
          ...(more['if-match'] ? { 'if-match': more['if-match'] } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as never
    }
  if (await isThere({ url, issuer })) return
  const operator = as(operatorMail)
  const admin = as('admin@entity.example.jp')
  const reseller = as('sales@reseller.example.jp')

  const { registrationBodyId } = (await operator('/v1/registration-bodies', {
    name: '架空審査登録機関',
    officer: { mail: 'officer@body.example.jp', name: '審査 花子' },
  })) as { registrationBodyId: string }
  await operator('/v1/members', { mail: 'officer@ipa.example.jp', name: '情報 太郎', role: 'ipa' })
  await operator('/v1/implementing-entities', {
    name: '架空セキュリティ株式会社',
    corporateNumber: '4011001098993',
    admin: { mail: 'admin@entity.example.jp', name: '結城 京子' },
  })
  await admin('/v1/members', { mail: 'staff@entity.example.jp', name: '青木 誠', role: 'entityStaff' })

  const { serviceId } = (await admin('/v1/services', { code: 'NET', facts: demoService })) as { serviceId: string }
  await admin(`/v1/services/${serviceId}/versions/1/publish`, { offeredFrom: since }, { 'if-match': '"1"' })
  await admin(`/v1/services/${serviceId}/registration`, {
    registrationBodyId,
    number: '架空-0001',
    from: since,
    until: null,
  })

  const { resellerId } = (await admin('/v1/resellers', {
    code: 'R1',
    name: '架空システム販売株式会社',
    prefecture: '東京都',
    admin: { mail: 'sales@reseller.example.jp', name: '坂田 学' },
  })) as { resellerId: string }
  const requirements = [
    { code: 'corporateNumber', corporateNumber: '7123456789012' },
    { code: 'representative', name: '坂田 学', title: '代表取締役' },
    { code: 'contact', name: '坂田 学', mail: 'sales@reseller.example.jp', phone: '03-9000-0001' },
    { code: 'pledge', edition: '1.2', pledgedBy: '坂田 学', pledgedOn: since },
    { code: 'training', material: 'insurance-guide-v3', attendees: 3, completedOn: since },
  ]
  for (const requirement of requirements) {
    await reseller(`/v1/resellers/${resellerId}/requirements`, requirement, { key: requirement.code })
  }
  await admin(`/v1/resellers/${resellerId}/requirements`, {
    code: 'resaleAgreement',
    documentSha256: '0'.repeat(64),
    agreedOn: since,
  })
  await admin(`/v1/resellers/${resellerId}/approve`, {})
  await admin(`/v1/resellers/${resellerId}/authorizations`, { serviceId, from: since, until: null })
}
