import { dayInJapan } from '../reading/fields/days.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Stream } from '../reading/entries.ts'
import { concluded, kept, keptAll, saidIn, streamsOf } from '../reading/looking-up.ts'

type Finding = readonly [where: string, ...what: readonly (string | false | undefined)[]]

/** Findings on how one identity was asked for and given. */
const givenRightly = (book: Book, { id, entries }: Stream<'smeIdentity'>): readonly Finding[] => {
  let entityId: string | undefined
  return entries.flatMap(({ where, event, actor, at }): readonly Finding[] => {
    if (event.type === 'sme-identity-asked') {
      entityId = event.entityId
      return [[where, event.askedBy !== actor.sub && 'is asked for by another than it says']]
    }
    if (event.type !== 'sme-identity-given') return []
    const today = dayInJapan(at)
    const said = saidIn(book, id, event.verificationSha256)
    const { name } = (said?.['verifiedBy'] ?? {}) as { readonly name?: unknown }
    return [
      [
        where,
        actor.tenant !== entityId && 'is given by somebody outside its implementing entity',
        event.givenBy !== actor.sub && 'is given by another than it says',
        event.papers.length === 0 && 'is given without any paper',
        event.verifiedOn > today && `is given on ${today}, and verified on ${event.verifiedOn}`,
        said && !name && 'is given, and nobody is said to have verified it',
        said && !(String(said['searchedOn']) <= today) && 'is given before the list of numbers was searched',
      ],
    ]
  })
}

/** SMEs that contracts under an id of an entity's own passed to. */
const passedTo = (book: Book): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { states } of streamsOf(book, 'contract')) {
    for (const [index, state] of states.entries()) {
      const before = states[index - 1]
      const was = before && 'deal' in before ? before.deal.smeId : undefined
      if (!was?.startsWith('sme_') || !('deal' in state) || state.deal.smeId === was) continue
      found.set(was, (found.get(was) ?? new Set()).add(state.deal.smeId))
    }
  }
  return found
}

/**
 * I54. An SME without 法人番号 has an id of its implementing entity's own: asked for by whom it says, given by a person of
 * that entity after a named person saw its papers and the public list was searched, by that day. Contracts stand under an
 * id that was given, in the book of the entity that gave it; and it is succeeded by whom a contract under it passed to.
 */
export const smeIdentities: Invariant = {
  id: 'I54',
  says: {
    ja: '法人番号のない利用者の番号は、実施主体が書類で確かめて付けたものである',
    en: 'ids of SMEs without a corporate number, given by the entity after papers were seen',
  },
  check: (book, see) => {
    for (const stream of streamsOf(book, 'smeIdentity'))
      for (const [where, ...what] of givenRightly(book, stream)) see(where, ...what)
    for (const { where, contract } of book.heads.values()) {
      const { smeId, entityId } = contract.deal
      for (const one of [smeId, ...(concluded(contract)?.formerSmeIds ?? [])].filter((id) => id.startsWith('sme_'))) {
        const identity = kept(book, 'smeIdentity', one)
        const was = identity?.entityId === entityId ? identity.stage : 'not there'
        see(where, was !== 'given' && was !== 'succeeded' && `is under ${one}, which is ${was}`)
      }
    }
    const passed = passedTo(book)
    for (const { where, state } of keptAll(book, 'smeIdentity')) {
      const by = state.succeededBy
      see(
        where,
        by !== null && !passed.get(state.smeId)?.has(by) && `is succeeded by ${by}, to whom no contract passed`,
      )
    }
  },
}
