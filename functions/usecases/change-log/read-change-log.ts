import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { loggedKinds } from '../../../shared/api/views/change-log.ts'
import { tenantOf } from '../../../shared/domain/people.ts'
import { isAdmin } from '../../../shared/domain/platform/member.ts'
import { daysAfter, startOfDayInJapan } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Reader } from '../../application/change-log/details-for.ts'
import { readLogged } from '../../application/change-log/read-logged.ts'
import { showLogged } from '../../application/change-log/show-logged.ts'
import type { Costs } from '../../application/cost.ts'
import type { LoggedEvent, LogStretch, LookedFor } from '../../ports/change-log.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Shown } from '../../views/change-log/logged-view.ts'
import { inJapanForTables } from '../../views/in-japan.ts'

type Asked = Omit<InputOf<Routes['listChangeLog']>['query'], 'limit' | 'cursor'>

const usualLimit = 20
/** A page looks at so many events at most where some of them are asked for: if they are few, it holds few. */
const looksAt = 500
/** Where only what happened to members is left out, for each event of the page so many are looked at. */
const looksAtEach = 4
/** A file holds so many events, and comes of so many looks; where there are more it is refused rather than cut. */
const mostRows = 1_000
const mostLooks = 20

type Look = Omit<LogStretch, 'after'> & LookedFor

/** Events asked for, if they can be. What happened to members is for those who read members. */
const lookOf = ({ person, kind, from, until }: Asked, who: Reader): Result<Look, Refusal<'out-of-order'>> => {
  if (from !== undefined && until !== undefined && until < from)
    return refuse({ kind: 'out-of-order', what: 'until', given: until, notBefore: from })
  const readable = isAdmin(who.role) || who.role === 'ipa' ? loggedKinds : loggedKinds.filter((one) => one !== 'member')
  return ok({
    person,
    kinds: kind === undefined && readable === loggedKinds ? undefined : readable.filter((one) => one === (kind ?? one)),
    from: from === undefined ? null : startOfDayInJapan(from),
    until: until === undefined ? null : startOfDayInJapan(daysAfter(until, 1)),
  })
}

const pageOf = (
  { changeLog }: Dependencies,
  who: Reader,
  { object, person, kind }: Asked,
  page: Look & { readonly after: string | null; readonly limit: number },
) => {
  const looked =
    person !== undefined || kind !== undefined ? looksAt : page.kinds ? page.limit * looksAtEach : page.limit
  return object === undefined
    ? changeLog.page(tenantOf(who), { ...page, looksAt: Math.min(looksAt, looked) })
    : changeLog.ofStream(tenantOf(who), object, page)
}

/** Events of a page as whoever reads may see them. Another person's with the same mark falls out here. */
const shownOf = async (
  deps: Dependencies,
  who: Reader,
  logged: readonly LoggedEvent[],
  person: string | undefined,
): Promise<readonly Shown[]> => {
  const read = await readLogged(deps, logged)
  return showLogged(
    deps,
    who,
    read.filter(({ event }) => person === undefined || event.actor.sub === person),
  )
}

/** A page of the change log of one's own organization. */
export const listChangeLog =
  (deps: Dependencies): HandlerOf<Routes['listChangeLog']> =>
  async ({ query: { limit = usualLimit, cursor, ...asked } }, { who }) => {
    const look = lookOf(asked, who)
    if (!look.ok) return look
    // A cursor goes on with what it came from, and with nothing else.
    const scope = `${tenantOf(who)}/listChangeLog/${JSON.stringify([look.value, asked.object])}`
    const after = cursor === undefined ? null : await deps.cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await pageOf(deps, who, asked, { ...look.value, after, limit })
    return ok({
      items: [...(await shownOf(deps, who, page.items, asked.person))],
      nextCursor: page.next && (await deps.cursors.seal(scope, page.next)),
    })
  }

const header = [
  '記録した日時（日本時間）',
  '効力の日',
  '操作した人',
  '組織',
  '役割',
  '利用者ID',
  '対象の種類',
  '対象',
  '対象のID',
  '契約番号',
  '操作',
  '変更前',
  '変更後',
  '理由',
]

/** Fields in a cell, a line each; one that said nothing has none. */
const linesOf = (changes: Shown['changes'], side: 'before' | 'after'): string =>
  changes.flatMap((one) => (one[side] === null ? [] : [`${one.label}：${one[side]}`])).join('\n')

const rowOf = ({ at, effectiveOn, by, roleName, object, eventName, changes, why }: Shown): readonly string[] => [
  inJapanForTables(at),
  effectiveOn ?? '',
  by.name ?? '',
  by.company ?? '',
  roleName,
  by.sub,
  object.kindName,
  object.name ?? '',
  object.id,
  object.shortNumber ?? '',
  eventName,
  linesOf(changes, 'before'),
  linesOf(changes, 'after'),
  why ?? '',
]

/** The same as a file: all that is asked for, or nothing. */
export const downloadChangeLog =
  (deps: Dependencies): HandlerOf<Routes['downloadChangeLog']> =>
  async ({ query }, { who }) => {
    const look = lookOf(query, who)
    if (!look.ok) return look
    const rows: Shown[] = []
    let after: string | null = null
    let looks = 0
    do {
      looks += 1
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(deps, who, query, {
        ...look.value,
        after,
        limit: looksAt,
      })
      rows.push(...(await shownOf(deps, who, page.items, query.person)))
      after = page.next
      if (rows.length > mostRows || (looks === mostLooks && after !== null))
        return refuse({
          kind: 'does-not-fit',
          what: 'query',
          given: `more than ${mostRows} events, or than ${mostLooks * looksAt} to look through`,
          needs: `at most ${mostRows} events; narrow the days`,
          why: {
            ja: `操作履歴の CSV は、1回に${mostRows.toLocaleString('en-US')}件までです。期間（from・until）を短くして、もう一度お試しください。`,
            en: `A change log as a CSV holds ${mostRows} events at most: narrow the days and ask again.`,
          },
        })
    } while (after !== null)
    return ok(deps.documents.csv(header, rows.map(rowOf)))
  }

/** A look at the log, each ledger up to its last event on the page, the words beside events, and names. */
export const costs: Costs = {
  listChangeLog: { requests: 9, readUnits: 14.5, writeUnits: 0 },
  downloadChangeLog: { requests: 9, readUnits: 14.5, writeUnits: 0 },
}
