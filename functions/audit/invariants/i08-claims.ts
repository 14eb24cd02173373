import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { numberOf, ownSuffix } from '../reading/ids.ts'
import { keptAll } from '../reading/looking-up.ts'

/** Every value that only one may hold, SMEs' places apart, and who must hold it. */
const claimsDue = (book: Book): ReadonlyMap<string, string> => {
  const due = new Map<string, string>()
  for (const { state } of keptAll(book, 'entity')) due.set(`entity#${state.corporateNumber}`, state.entityId)
  for (const { state } of keptAll(book, 'service')) due.set(`service/${state.entityId}#${state.code}`, state.serviceId)
  for (const { state } of keptAll(book, 'reseller')) {
    const { entityId, resellerId, code, corporateNumber } = state
    due.set(`reseller-code/${entityId}#${code}`, resellerId)
    if (corporateNumber !== null) due.set(`reseller/${entityId}#${corporateNumber}`, resellerId)
  }
  for (const { state } of keptAll(book, 'discontinuance')) {
    if (state.stage !== 'withdrawn' && state.stage !== 'lapsed')
      due.set(`case#${state.resellerId}`, state.discontinuanceId)
  }
  for (const { state } of keptAll(book, 'concern')) {
    const { stage, cause, resellerId, concernId } = state
    const watched = cause === 'requirementsPastDue' || cause === 'lettersBounced'
    if (stage === 'open' && watched) due.set(`concern/${cause}#${resellerId}`, concernId)
  }
  for (const { state } of keptAll(book, 'redisclosure')) {
    due.set(`redisclosure/${state.serviceId}#${state.toVersion}`, state.redisclosureId)
  }
  for (const { state } of keptAll(book, 'file')) {
    if (state.number !== null && state.acceptedAt !== null)
      due.set(`file-version/${state.purpose}#${state.of}/${state.number}`, state.fileId)
  }
  for (const id of numbered(book)) due.set(`contract-number#${numberOf(id)}`, id)
  return due
}

/**
 * Contracts that must have their numbers: all that have one, and all that were made after one of them. Those made before
 * numbers were there get theirs from an upgrade.
 */
const numbered = (book: Book): readonly string[] => {
  const ids = [...book.heads.keys()].sort((one, other) => (ownSuffix(one) < ownSuffix(other) ? -1 : 1))
  const first = ids.findIndex((id) => book.guards.has(`GUARD#contract-number#${numberOf(id)}`))
  return first === -1 ? [] : ids.slice(first)
}

/** Findings on what was sent to an SME within a day: no more than twenty, in the order of time. */
const wrongSendings = (holder: string): readonly (string | false)[] => {
  const seconds = holder.split('.').map((one) => Number.parseInt(one, 36))
  const [first = 0] = seconds
  return [
    seconds.length > 20 && `counts ${seconds.length} sendings`,
    (seconds.at(-1) ?? 0) - first > 86_400 && 'counts what was sent more than a day ago',
    seconds.some((one, index) => !(one >= (seconds[index - 1] ?? 0))) && 'counts sendings out of their order',
  ]
}

/**
 * I08. Each value that only one may hold is held by the very one that has it: an implementing entity's 法人番号, codes
 * of services and resellers, the short numbers of contracts, a reseller's 法人番号, the one case of a reseller that was neither withdrawn nor waited out. No guard is left
 * over. (SMEs' places are I02.)
 */
export const claims: Invariant = {
  id: 'I08',
  says: { ja: '一つしかない値は、それを持つ者も一つ', en: 'each claimed value with its one holder' },
  check: (book, see) => {
    const due = claimsDue(book)
    for (const [claim, holder] of due) {
      const guard = book.guards.get(`GUARD#${claim}`)
      see(
        `GUARD#${claim}|GUARD`,
        guard?.holder !== holder && `is held by ${guard?.holder ?? 'nobody'}, not by ${holder}`,
      )
    }
    for (const { where, scope, value, holder } of book.guards.values()) {
      if (scope.startsWith('place/')) continue
      if (scope.startsWith('sendings/')) {
        see(where, ...wrongSendings(holder))
        continue
      }
      see(where, !due.has(`${scope}#${value}`) && 'guards a value nobody has')
    }
  },
}
