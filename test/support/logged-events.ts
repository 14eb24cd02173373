import { eventsIn } from '../../functions/adapters/dynamodb/ledger.ts'
import type { Row } from '../../functions/adapters/dynamodb/read.ts'
import { changesBy, nothing, saidBy, step, type Change } from '../../functions/views/change-log/changes.ts'
import type { Audience } from '../../functions/views/change-log/fields.ts'
import { effectiveOn } from '../../functions/views/change-log/logged-view.ts'
import { readsKind } from '../../functions/application/change-log/details-for.ts'
import type { LedgerEvent } from '../../functions/ports/ledger.ts'
import type { AggregateKind, StateOf } from '../../shared/domain/aggregates/aggregates.ts'
import { entityRoles, isOneOf, rolesOfPeople } from '../../shared/domain/people.ts'

/**
 * Events that change nothing anybody is shown, and say nothing either: that they happened is all there is. Each with why.
 */
export const sayNothing: Readonly<Record<string, string>> = {
  'link-reminded': 'that its SME was reminded is all, unless it had opened the link',
  'link-sent-again': 'the same link goes out once more as it is',
  'contact-change-proposed': 'the new contact lies in its evidence document, and is read on the contract',
  'contact-change-withdrawn': 'what waited lies in its evidence document',
  'contact-change-unheard': 'that nobody was reached is said by its name',
  'contact-verified': 'who looked, and into what, lies in its evidence document',
  'takeover-notice-sent-again': 'where it goes lies in its evidence document',
  'link-bounced': 'its cause is said as why',
  'takeover-set-back': 'its contract is said',
}

/** Those who read things of a kind: roles beside the implementing entity's, from the policy table. */
const audiencesOf = (kind: AggregateKind): readonly Audience[] =>
  rolesOfPeople.some((role) => !isOneOf(entityRoles, role) && readsKind({ role }, kind)) ? ['house', 'all'] : ['house']

/** What nobody is shown: hashes, and the secrets that an event or its ledger bears. */
const secretsOf = (ledger: readonly LedgerEvent[]): readonly string[] =>
  ledger.flatMap(({ event }) =>
    [...JSON.stringify(event).matchAll(/"(?:nonce|stop|link)":"([^"]+)"/g)].map(([, secret = '']) => secret),
  )

/** The ledgers among a table's rows. */
export const ledgersIn = (
  rows: readonly { readonly pk: string; readonly sk: string }[],
): readonly (readonly LedgerEvent[])[] => {
  const events = rows
    .filter((row) => (row as Row)['t'] === 'event')
    .toSorted((one, other) => (one.sk < other.sk ? -1 : 1))
  return [...Map.groupBy(events, ({ pk }) => pk).values()].map((ledger) => eventsIn(ledger as readonly Row[]))
}

/** Texts that are shown, but for the number under which an authority took a submission: that is its own. */
const textsIn = (changes: readonly Change[]): readonly string[] =>
  changes
    .filter(({ field }) => field !== 'event.receiptNumber')
    .flatMap(({ before, after }) => [...(before ?? []), ...(after ?? [])])
    .filter((one) => typeof one === 'string')

/** Ids of what belongs to the implementing entity alone. */
const ownIds = /(?:dsc|cnc|opr|rsl|ent|fil|rbd|usr)_[0-9a-z]{20,}/

const leaksIn = (changes: readonly Change[], audience: Audience, secrets: readonly string[]): readonly string[] =>
  textsIn(changes).filter(
    (text) =>
      /[0-9a-f]{40,}/.test(text) ||
      secrets.some((secret) => text.includes(secret)) ||
      (audience === 'all' && ownIds.test(text)),
  )

/** A ledger's events as a change log would show each: which of them say nothing, and what would leak. */
export const lookedInto = (
  ledger: readonly LedgerEvent[],
): { readonly silent: readonly string[]; readonly leaks: readonly string[]; readonly lines: number } => {
  const secrets = secretsOf(ledger)
  const silent: string[] = []
  const leaks: string[] = []
  let lines = 0
  let state: StateOf<AggregateKind> = nothing
  for (const one of ledger) {
    const before = state
    state = step(state, one)
    effectiveOn(one)
    for (const audience of audiencesOf(one.kind)) {
      const changes = changesBy(one, before, state, audience)
      const alone = saidBy(one, audience)
      lines += changes.length
      leaks.push(...leaksIn([...changes, ...alone], audience, secrets).map((leak) => `${one.event.type}: ${leak}`))
      if (audience === 'house' && changes.length === 0 && !Object.hasOwn(sayNothing, one.event.type))
        silent.push(one.event.type)
    }
  }
  return { silent, leaks, lines }
}
