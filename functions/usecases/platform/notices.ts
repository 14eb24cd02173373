import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { chooseNotices as choose } from '../../../shared/domain/notices/choice.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { noticesView } from '../../views/notices-view.ts'

export const readNotices =
  ({ people }: Dependencies): HandlerOf<Routes['readNotices']> =>
  async (_, { who: { sub, role } }) => ({
    ok: true,
    value: noticesView(role, (await people.onRecord([sub])).get(sub)),
  })

/** Keeps what a person chose beside its personal data, so that it is erased with them. */
export const chooseNotices =
  ({ people, commits }: Dependencies): HandlerOf<Routes['chooseNotices']> =>
  async ({ body: { choices: asked } }, { who: { sub, role }, metadata }) => {
    const person = (await people.onRecord([sub])).get(sub)
    const known = person && !person.erased ? person : undefined
    const chosen = choose({ role, mail: known?.mail ?? null, chosen: known?.notices ?? {} }, asked)
    if (!chosen.ok) return chosen
    const choices = chosen.value
    const answer = noticesView(role, known && { ...known, notices: choices })
    // Whoever has no personal data on record names no topic, and has nothing to be kept.
    return commits.commit({ metadata, answer, changes: [], ...(known ? { noticeChoices: { sub, choices } } : {}) })
  }

export const costs: Costs = {
  readNotices: { requests: 1, readUnits: 1, writeUnits: 0 },
  chooseNotices: { requests: 2, readUnits: 1, writeUnits: 8 },
}
