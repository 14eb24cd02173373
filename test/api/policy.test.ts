import * as z from 'zod'
import { describe, expect, test } from 'vitest'
import { openapiOf } from '../../shared/api/openapi/openapi.ts'
import { policy } from '../../shared/api/policy/index.ts'
import { anyone, smeOnOwnContract } from '../../shared/api/policy/patterns.ts'
import { relationsFor } from '../../shared/api/policy/relations.ts'
import { route, withPolicy } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes/index.ts'

const line = route({
  method: 'GET',
  path: '/v1/things',
  summary: { ja: '物を読む', en: 'Read things' },
  effect: 'reads',
  output: z.string(),
  status: 200,
  refusals: [],
})

describe('the policy table', () => {
  test('has a row for each line and no other, in the order of the lines; the compiler says so too', () => {
    expect(Object.keys(policy)).toEqual(Object.keys(routes))
    // @ts-expect-error a line without a row
    expect(() => withPolicy({ line, other: line }, { line: anyone })).toThrow(/undefined/)
    // @ts-expect-error a row without a line
    withPolicy({ line }, { line: anyone, other: anyone })
  })

  test('says who may call a line, and of whose things', () => {
    const { open, own } = withPolicy({ open: line, own: line }, { open: anyone, own: smeOnOwnContract })
    expect([open.who, own.who]).toEqual(['anyone', ['sme']])
    expect(relationsFor(own.policy, 'sme')).toEqual(['own'])
    expect(relationsFor(own.policy, 'entityAdmin')).toEqual([])
    expect(relationsFor(own.policy, null)).toEqual([])
    expect(relationsFor(open.policy, null)).toContain('none')
  })

  test('stands in the description of the API, for programs and in words', () => {
    const described = (path: string, method: string) => openapiOf(routes).paths[path]?.[method] as any
    const revise = described('/v1/contracts/{contractId}/revise', 'post')
    expect(revise['x-musubi-policy'].resellerStaff).toEqual(['ownTenant'])
    expect(revise.description).toContain('再販協力会社の担当者（自社のもの）')
    expect(revise.description).toContain("staff of the reseller (one's own organization's)")
    expect(described('/v1', 'get').description).toContain('トークンなしで誰でも / anyone, without a token')
  })
})
