import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Criteria, Findable } from '../../../shared/domain/contract/findable.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { contractTerms, searchTerms } from '../../../shared/domain/contract/contract-terms.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { askedKeyOf } from '../../../shared/domain/search-name.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { ownPortfolio, type Seller } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'
import { readWhole } from '../../application/read-whole.ts'
import { foundView } from '../../views/found-view.ts'

type Asked = Omit<InputOf<Routes['searchContracts']>['query'], 'limit' | 'cursor'>

const usualLimit = 50
const rowsAtOnce = 500
/** A file holds so many contracts; where more are found it is refused rather than cut. */
export const mostRows = 5_000

/** Criteria asked for, if they can be: a range that ends before it begins finds nothing, and is more likely a slip. */
const criteriaOf = (asked: Asked): Result<Criteria, Refusal<'out-of-order' | 'does-not-fit'>> => {
  const { signedFrom, signedUntil, amountFrom, amountUntil, corporateNumber, name, contractId } = asked
  if (signedFrom !== undefined && signedUntil !== undefined && signedUntil < signedFrom)
    return refuse({ kind: 'out-of-order', what: 'signedUntil', given: signedUntil, notBefore: signedFrom })
  if (amountFrom !== undefined && amountUntil !== undefined && amountUntil < amountFrom)
    return refuse({
      kind: 'does-not-fit',
      what: 'amountUntil',
      given: String(amountUntil),
      needs: `at least ${amountFrom}`,
    })
  const nameKey = name === undefined ? undefined : askedKeyOf(name)
  if (nameKey === '')
    return refuse({ kind: 'does-not-fit', what: 'name', given: name ?? '', needs: 'more than a legal form or blanks' })
  return ok({ contractId, signedFrom, signedUntil, amountFrom, amountUntil, smeId: corporateNumber, nameKey })
}

type Page = Parameters<Dependencies['listings']['find']>[2]

/**
 * A page of what a caller finds. Listings follow the heads with a delay. A contract leaves a reseller only once that is
 * discontinued; so whether it still holds what is listed under it is asked of a reseller that was, and of nobody else.
 */
const pageFound = async (
  { listings, contracts }: Pick<Dependencies, 'listings' | 'contracts'>,
  who: Seller,
  criteria: Criteria,
  page: Page,
): Promise<Awaited<ReturnType<Dependencies['listings']['find']>>> => {
  const own = ownPortfolio(who)
  const [found, gate] = await Promise.all([
    listings.find(own, criteria, page),
    'resellerId' in who ? contracts.gate(own, 0) : undefined,
  ])
  if (!gate?.discontinued) return found
  const listed = [
    ...found.items.map(({ contractId }) => contractId),
    ...found.unreadable.map(({ id }) => id as ContractId),
  ]
  const holders = await contracts.holders(listed)
  return {
    ...found,
    items: found.items.filter(({ contractId }) => holders.get(contractId) === own),
    unreadable: found.unreadable.filter(({ id }) => holders.get(id as ContractId) === own),
  }
}

/** Contracts by day, amount and SME in any combination, among those the caller sees. */
export const searchContracts =
  (deps: Dependencies): HandlerOf<Routes['searchContracts']> =>
  async ({ query: { limit = usualLimit, cursor, ...asked } }, { who }) => {
    const criteria = criteriaOf(asked)
    if (!criteria.ok) return criteria
    // A cursor goes on with the search it came from, and with no other.
    const scope = `${ownPortfolio(who)}/searchContracts/${JSON.stringify(criteria.value)}`
    const after = cursor === undefined ? null : await deps.cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await pageFound(deps, who, criteria.value, { limit, after })
    return ok({
      items: page.items.map(foundView),
      unreadable: [...page.unreadable],
      nextCursor: page.next && (await deps.cursors.seal(scope, page.next)),
    })
  }

const header = [
  '取引年月日',
  '取引金額（税抜・円）',
  '取引先',
  '取引先の法人番号',
  '契約番号',
  '初期費用（税抜・円）',
  ...searchTerms.map((name) => contractTerms[name].search.column),
  '満了日',
  '段階',
  '終了日',
  '預かる者',
  '契約ID',
]

const rowOf = (one: Findable, holderName: (holder: string) => string): readonly (string | number)[] => [
  one.signedOn,
  one.contractAmountExTaxYen,
  one.name,
  one.smeId,
  shortNumberOf(one.contractId),
  one.initialFeeExTaxYen,
  ...searchTerms.map((name) => one[name] ?? ''),
  one.endOn,
  one.stage === 'live' ? '契約中' : '終了',
  one.endedOn ?? '',
  holderName(one.holder),
  one.contractId,
]

/** Names of those who hold contracts: an implementing entity knows its resellers, a reseller itself. */
const holderNames = async ({ directory }: Dependencies, who: Seller): Promise<(holder: string) => string> => {
  const [entity, own, resellers] = await Promise.all([
    directory.entity(who.entityId),
    'resellerId' in who ? directory.reseller(who.entityId, who.resellerId) : undefined,
    'resellerId' in who ? { items: [], unreadable: [] } : directory.resellers(who.entityId),
  ])
  const names = new Map<string, string>(
    [...readWhole(resellers), ...(own ? [own] : [])].map(({ state }) => [state.resellerId, state.name]),
  )
  return (holder) => names.get(holder) ?? (holder === who.entityId ? (entity?.state.name ?? '') : '')
}

/** The same as a file, for an examiner who asks for the data; all that was found, or nothing: not without one that cannot be read. */
export const downloadFoundContracts =
  (deps: Dependencies): HandlerOf<Routes['downloadFoundContracts']> =>
  async ({ query }, { who }) => {
    const criteria = criteriaOf(query)
    if (!criteria.ok) return criteria
    const found: Findable[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof pageFound>> = await pageFound(deps, who, criteria.value, {
        limit: rowsAtOnce,
        after,
      })
      found.push(...readWhole(page))
      after = page.next
      if (found.length > mostRows || (found.length === mostRows && after))
        return refuse({
          kind: 'does-not-fit',
          what: 'query',
          given: `more than ${mostRows} contracts`,
          needs: `at most ${mostRows} contracts; narrow the days`,
        })
    } while (after)
    const holderName = await holderNames(deps, who)
    return ok(
      deps.documents.csv(
        header,
        found.map((one) => rowOf(one, holderName)),
      ),
    )
  }

/**
 * By number: what is listed of the contract, and the row of the number. Years and then days, for a search by days or by nothing; one request for one SME. By amount or name: years, then a
 * request for each year until the page is full, and where a year lists more than the page holds, for its months, and
 * then its days. A reseller's search is a request and a read unit more, for whether it was discontinued; if so, another
 * request for each hundred contracts of the page, and a read unit for each of them.
 */
export const costs: Costs = {
  searchContracts: { requests: 2, readUnits: 1.5, writeUnits: 0 },
  downloadFoundContracts: { requests: 4, readUnits: 3.5, writeUnits: 0 },
}
