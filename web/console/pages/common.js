// @ts-check
import { dayInWords, inJapan, yen } from '../../sign/japanese.js'
import { entityRoles, resellerRoles } from '../generated/people.js'

/**
 * What many pages say alike.
 *
 * @typedef {import('../shapes.js').Visit} Visit
 * @typedef {import('../shapes.js').Link} Link
 * @typedef {import('../shapes.js').Field} Field
 */

export { dayInWords, inJapan, yen }

/** @param {string | null | undefined} day */
export const dayOr = (day) => (day ? dayInWords(day) : 'なし')

/** @param {{ from: string, until: string | null }} period */
export const period = ({ from, until }) =>
  `${dayInWords(from)}から${until ? `${dayInWords(until)}まで` : '（期限なし）'}`

/**
 * What happens when a term is over. Of a paper contract nothing more is said of it than what is on record.
 * @param {{ months: number, noticeDays: number } | null} renewal
 * @param {'signed' | 'attested' | null} [entry]
 */
export const renewalInWords = (renewal, entry = null) => {
  if (renewal) return `${renewal.months}か月、自動で更新します（${renewal.noticeDays}日前まで断れます）`
  return entry === 'attested' ? '更新の記載はありません（満了の日に終了とします）' : '更新せずに終わります'
}

/** @param {string} day */
export const dayAfter = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** @param {number} n */
export const count = (n) => n.toLocaleString('ja-JP')

/** How long something will still take, where that is known. @param {number | null} seconds */
export const timeLeft = (seconds) => {
  if (seconds === null || seconds === 0) return ''
  return seconds < 90 ? `あと約${count(seconds)}秒です。` : `あと約${count(Math.ceil(seconds / 60))}分です。`
}

/** @param {Visit} visit */
export const isEntity = ({ who }) => entityRoles.includes(who.role)

/** @param {Visit} visit */
export const isReseller = ({ who }) => resellerRoles.includes(who.role)

/**
 * The resellers and services this person's organization knows, and what to call them.
 * @param {Visit} visit
 */
export const namesFor = async (visit) => {
  const [resellers, services] = await Promise.all([
    isEntity(visit) ? visit.ask('listResellers').then(({ items }) => items) : [],
    visit.ask('listServices').then(({ items }) => items),
  ])
  /** @type {Map<string, string>} */
  const named = new Map(resellers.map(({ resellerId, name }) => [resellerId, name]))
  const coded = new Map(services.map(({ serviceId, code }) => [serviceId, code]))
  return {
    resellers,
    services,
    /** A party by its id; of one's own organization only, others have no name here. */
    party: (/** @type {string | null} */ id) => {
      if (id === null) return '実施主体（直接の契約）'
      if (id === visit.who.tenant) return '自社'
      return named.get(id) ?? (id.startsWith('ent_') ? '実施主体' : 'ほかの再販協力会社')
    },
    service: (/** @type {string} */ id) => coded.get(/** @type {any} */ (id)) ?? 'ほかのサービス',
  }
}

/**
 * The link to what follows on a list, where something does.
 * @param {string} path
 * @param {Readonly<Record<string, string>>} query
 * @param {string | null} nextCursor
 * @returns {readonly import('../shapes.js').Block[]}
 */
export const following = (path, { cursor, ...filters }, nextCursor) => {
  const first = new URLSearchParams(filters).toString()
  const items = [
    ...(cursor ? [{ text: 'はじめから見る', to: first ? `#${path}?${first}` : `#${path}` }] : []),
    ...(nextCursor
      ? [{ text: '続きを見る', to: `#${path}?${new URLSearchParams({ ...filters, cursor: nextCursor })}` }]
      : []),
  ]
  return items.length > 0 ? [{ kind: 'links', items }] : []
}

/**
 * Reads on while a page of a list is emptied by its filters, so that nobody pages through nothing.
 * @template T
 * @param {(cursor: string | undefined) => Promise<{ items: readonly T[], nextCursor: string | null }>} read
 * @param {string | undefined} cursor
 * @param {number} [wanted]
 */
export const enough = async (read, cursor, wanted = 30) => {
  /** @type {T[]} */
  const items = []
  let next = cursor
  for (let pages = 0; pages < 20; pages += 1) {
    const page = await read(next)
    items.push(...page.items)
    if (page.nextCursor === null || items.length >= wanted) return { items, nextCursor: page.nextCursor }
    next = page.nextCursor
  }
  return { items, nextCursor: next ?? null }
}

/**
 * The choices a field has among things that have an id and a name.
 * @template {Readonly<Record<string, any>>} T
 * @param {readonly T[]} items
 * @param {keyof T} id
 * @param {(item: T) => string} name
 * @returns {readonly (readonly [string, string])[]}
 */
export const choicesOf = (items, id, name) => items.map((item) => [String(item[id]), name(item)])
