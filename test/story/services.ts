import { factsOf, sampleServices } from '../support/sample-books.ts'
import type { Cast } from './cast.ts'
import { isOf, type Teller } from './teller.ts'

/** Ids of the services on offer, by code. */
export type Services = Readonly<Record<string, string>>

const since = '2026-04-01'

/** 1. Services are judged, published and registered; those in breach are not. */
export const registerServices = async ({ admin, registrationBodyId }: Cast, teller: Teller): Promise<Services> => {
  const { chapter, say, must, done, refused, figures } = teller
  chapter('1. 実施主体がサービスを登録する')
  const services: Record<string, string> = {}
  for (const sample of sampleServices.conforming) {
    const service = done(
      await admin.post('/v1/services', { code: sample.code, edition: sample.edition, facts: factsOf(sample) }),
    )
    must(
      service.breaches.length === 0,
      `「${sample.name}」（${sample.code}）は 1.2版の基準に適合する`,
      service.breaches,
    )
    const { serviceId } = service
    done(await admin.post(`/v1/services/${serviceId}/versions/1/publish`, { offeredFrom: since }, { ifMatch: '"1"' }))
    done(
      await admin.post(`/v1/services/${serviceId}/registration`, {
        registrationBodyId,
        number: `架空-${sample.code}`,
        from: since,
        until: '2028-03-31',
      }),
    )
    services[sample.code] = serviceId
  }
  say('三つとも公開し、審査登録機関への登録を記録した。')

  say('次の10件は、それぞれ一つの点で基準に反する。')
  for (const { service, refusedFor } of sampleServices.nonConforming) {
    const drafted = done(
      await admin.post('/v1/services', { code: service.code, edition: service.edition, facts: factsOf(service) }),
    )
    const clauses: string[] = drafted.breaches.map(({ clause }: { clause: string }) => clause)
    must(
      clauses.length > 0 && clauses.every((clause) => isOf(clause, refusedFor)),
      `${service.code}: ${refusedFor} に反すると判定される`,
      clauses,
    )
    refused(
      await admin.post(
        `/v1/services/${drafted.serviceId}/versions/1/publish`,
        { offeredFrom: since },
        { ifMatch: '"1"' },
      ),
      'breaches-standard',
      refusedFor,
      '公開しようとしても断られる',
    )
  }
  figures['適合するサービス'] = sampleServices.conforming.length
  figures['適合しないサービス'] = sampleServices.nonConforming.length
  return services
}

/** The same service under 1.1: it conforms, and may be sold directly, but not through a reseller. */
export const registerOldService = async (
  { admin, registrationBodyId }: Cast,
  { done, must }: Teller,
): Promise<string> => {
  const [sample] = sampleServices.conforming
  const service = done(
    await admin.post('/v1/services', {
      code: 'NET-OLD',
      edition: '1.1',
      facts: { ...factsOf(sample), dataStorage: null, devices: [] },
    }),
  )
  must(
    service.breaches.length === 0,
    '同じサービスを 1.1版で登録する。開示の定めがまだないので、メーカーも所在国も求められない',
    service.breaches,
  )
  const { serviceId } = service
  done(await admin.post(`/v1/services/${serviceId}/versions/1/publish`, { offeredFrom: since }, { ifMatch: '"1"' }))
  done(
    await admin.post(`/v1/services/${serviceId}/registration`, {
      registrationBodyId,
      number: '架空-OLD',
      from: since,
      until: null,
    }),
  )
  return serviceId
}
