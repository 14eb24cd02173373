import type { HandlerOf } from '../../../shared/api/route.ts'
import { openapiOf } from '../../../shared/api/openapi/openapi.ts'
import { routes, type Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import { judgeableEditions } from '../../../shared/standard/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'

export const about =
  (): HandlerOf<Routes['about']> =>
  async (_, { today }) =>
    ok({ name: 'Musubi', today, editions: judgeableEditions().map(({ id }) => id), openapi: '/v1/openapi.json' })

export const listRegistrationBodies =
  ({ directory }: Dependencies): HandlerOf<Routes['listRegistrationBodies']> =>
  async () => {
    const bodies = await directory.registrationBodies()
    const items = bodies.items.map(({ state: { registrationBodyId, name } }) => ({ registrationBodyId, name }))
    return ok({ items, unreadable: [...bodies.unreadable], nextCursor: null })
  }

export const readOpenapi = (): HandlerOf<Routes['readOpenapi']> => {
  // Made when it is first asked for: every cold start would pay for it else.
  let document: ReturnType<typeof openapiOf> | undefined
  return async () => ok((document ??= openapiOf(routes)))
}

export const costs: Costs = {
  about: { requests: 0, readUnits: 0, writeUnits: 0 },
  readOpenapi: { requests: 0, readUnits: 0, writeUnits: 0 },
  listRegistrationBodies: { requests: 1, readUnits: 1, writeUnits: 0 },
}
