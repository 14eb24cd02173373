import { sampleResellers } from '../support/sample-books.ts'
import type { Cast } from './cast.ts'
import { askAs, type Ask } from './client.ts'
import type { Services } from './services.ts'
import type { Teller } from './teller.ts'

export type Reseller = { readonly code: string; readonly name: string; readonly resellerId: string; readonly ask: Ask }
export type Resellers = Readonly<Record<string, Reseller>>

const since = '2026-04-01'

/** 2. Resellers are invited, supply what they owe, and are authorized service by service. */
export const bringInResellers = async (cast: Cast, services: Services, teller: Teller): Promise<Resellers> => {
  const { chapter, say, done, refused, figures } = teller
  const { admin, url, run } = cast
  chapter('2. 再販協力会社を迎える')
  const resellers: Record<string, Reseller> = {}
  for (const { code, name, prefecture, corporateNumber, authorisedFor } of sampleResellers) {
    const mail = `sales.${code.toLowerCase()}.${run}@example.jp`
    const { resellerId } = done(
      await admin.post('/v1/resellers', { code, name, prefecture, admin: { mail, name: `${code} 担当` } }),
    )
    if (code === 'R1') {
      refused(
        await admin.post(`/v1/resellers/${resellerId}/approve`),
        'incomplete',
        undefined,
        `${name}(R1): 要件が揃うまで承認できない`,
      )
      refused(
        await (await askAs(url, mail)).post(`/v1/resellers/${resellerId}/requirements`, {
          code: 'corporateNumber',
          corporateNumber: '4011001098994',
        }),
        'malformed',
        undefined,
        '検査用数字の合わない法人番号は受け付けられない',
      )
    }
    const ask = await askAs(url, mail)
    const supply = async (who: Ask, given: object) =>
      done(await who.post(`/v1/resellers/${resellerId}/requirements`, given))
    await supply(ask, { code: 'corporateNumber', corporateNumber })
    await supply(ask, { code: 'representative', name: '代表 一郎', title: '代表取締役' })
    await supply(ask, { code: 'contact', name: `${code} 担当`, mail, phone: '03-9000-0001' })
    await supply(ask, { code: 'pledge', edition: '1.2', pledgedBy: '代表 一郎', pledgedOn: since })
    await supply(ask, { code: 'training', material: 'insurance-guide-v3', attendees: 5, completedOn: since })
    await supply(admin, { code: 'resaleAgreement', documentSha256: 'a'.repeat(64), agreedOn: since })
    done(await admin.post(`/v1/resellers/${resellerId}/approve`))
    for (const service of authorisedFor) {
      done(
        await admin.post(`/v1/resellers/${resellerId}/authorizations`, {
          serviceId: services[service],
          from: since,
          until: null,
        }),
      )
    }
    say(`✓ ${code} ${name}（${prefecture}） — ${authorisedFor.join('・')} の再販を許諾`)
    resellers[code] = { code, name, resellerId, ask }
  }
  figures['再販協力会社'] = sampleResellers.length
  return resellers
}
