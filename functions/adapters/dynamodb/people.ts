import { mayKnow } from '../../../shared/domain/platform/acquaintance.ts'
import { tenantOfMember, type ExistingMember, type Membership } from '../../../shared/domain/platform/member.ts'
import type { Principal } from '../../../shared/domain/people.ts'
import {
  erasedName,
  type NamesBySub,
  type People,
  type PersonalData,
  type PersonName,
  type PersonOnRecord,
} from '../../ports/people.ts'
import type { Table } from './client.ts'
import { accountKey, accountMemberKey, accountPartition, personKey, stateKey, type Key } from './keys.ts'
import { getRows, queryAll, type Row } from './read.ts'
import { stateOf } from './state-rows.ts'
import { transact, type WriteItem } from './transact.ts'
import { noticeChoicesForm } from './forms/notice-choices.ts'
import { personForm } from './forms/person.ts'
import type { NoticeChoices } from '../../../shared/domain/notices/choice.ts'

const mostAtOnce = 1_000

/** Row of a person's data. It can be written anew and blanked; no hash covers it. */
export const personRow = ({
  sub,
  membership,
  name,
  mail,
  reading,
  account,
}: PersonalData & { account: string }): Row => ({
  ...personKey(sub),
  t: 'person',
  ...personForm.write({ membership, name, mail, ...(reading === undefined ? {} : { reading }), account }),
})

/** Row by which an account finds a member that is not under its own subject. */
export const accountMemberRow = (account: string, sub: string): Row => ({
  ...accountMemberKey(account, sub),
  t: 'accountMember',
})

/** Row of the member that an account chose to act as. */
export const accountRow = (account: string, member: string): Row => ({
  ...accountKey(account),
  t: 'account',
  m: member,
})

/** The row of a person whose data were erased: the organization alone is left, so that the company can be said. */
export const blankedPersonRow = (sub: string, membership: Membership): Row => ({
  ...personKey(sub),
  t: 'person',
  ...personForm.write({ membership, erased: true }),
})

/** Writes what a person chose to hear of into its row; refused where there is none, or nothing but a blank. */
export const choicesPut = (
  TableName: string,
  { sub, choices }: { readonly sub: string; readonly choices: NoticeChoices },
): WriteItem => ({
  Update: {
    TableName,
    Key: personKey(sub),
    UpdateExpression: 'SET k = :k',
    ConditionExpression: 'attribute_exists(pk) and attribute_not_exists(x)',
    ExpressionAttributeValues: { ':k': noticeChoicesForm.write(choices) },
  },
})

const subOfPerson = ({ pk }: Key): string => pk.slice(personKey('').pk.length)

const onRecordIn = (row: Row): PersonOnRecord => {
  const sub = subOfPerson(row)
  const person = personForm.read(row)
  if ('erased' in person) return { erased: true, sub }
  const { seenOn = null, notices = {}, bounced, ...known } = person
  return {
    erased: false,
    sub,
    ...known,
    seenOn,
    notices,
    mailBounced: bounced ? { at: bounced.at, cause: bounced.c } : null,
  }
}

/** Names of the organizations apart: each is one of its kind. */
const apart: Readonly<Partial<Record<Membership['role'], string>>> = { operator: '運用者', ipa: 'IPA' }

const organizationKey = (of: Membership): Key | undefined => {
  if ('resellerId' in of) return stateKey('reseller', of.resellerId, of.entityId)
  if ('entityId' in of) return stateKey('entity', of.entityId, null)
  if ('registrationBodyId' in of) return stateKey('registrationBody', of.registrationBodyId, null)
  return undefined
}

const unknown: PersonName = { name: null, company: null }

/** People in the table: a row a person, which no hash covers. */
export const peopleInDynamoDb = (table: Table): People => {
  const rowsOf = async (subs: readonly string[], keyOf: (sub: string) => Key) => {
    const rows = subs.length > 0 ? await getRows(table, subs.map(keyOf)) : []
    return new Map(subs.flatMap((sub, index) => (rows[index] ? [[sub, rows[index]] as const] : [])))
  }

  const companies = async (memberships: Iterable<Membership>): Promise<ReadonlyMap<string, string>> => {
    const keys = new Map<string, Key>()
    for (const one of memberships) {
      const key = organizationKey(one)
      if (key) keys.set(tenantOfMember(one), key)
    }
    const rows = keys.size > 0 ? await getRows(table, [...keys.values()]) : []
    return new Map(
      [...keys.keys()].flatMap((tenant, index) => {
        const row = rows[index]
        return row ? [[tenant, (stateOf(row) as { readonly name: string }).name] as const] : []
      }),
    )
  }

  const namesOf = async (asked: Iterable<string>, asSeenBy?: Principal): Promise<NamesBySub> => {
    const subs = [...new Set(asked)]
    if (subs.length > mostAtOnce) throw new Error(`${subs.length} names are asked for at once`)
    const kept = new Map([...(await rowsOf(subs, personKey))].map(([sub, row]) => [sub, personForm.read(row)]))
    // Whoever was named before names were kept has a membership and no name.
    const unnamed = await rowsOf(
      subs.filter((sub) => !kept.has(sub)),
      (sub) => stateKey('member', sub, null),
    )
    const memberships = new Map<string, Membership>([
      ...[...kept].map(([sub, { membership }]) => [sub, membership] as const),
      ...[...unnamed].map(([sub, row]) => [sub, (stateOf(row) as ExistingMember).membership] as const),
    ])
    const shown = new Map([...memberships].filter(([, of]) => asSeenBy === undefined || mayKnow(asSeenBy, of)))
    const named = await companies(shown.values())
    return new Map(
      subs.map((sub) => {
        const of = shown.get(sub)
        if (!of) return [sub, unknown]
        const person = kept.get(sub)
        const name = person === undefined ? null : 'erased' in person ? erasedName : person.name
        return [sub, { name, company: named.get(tenantOfMember(of)) ?? apart[of.role] ?? null }]
      }),
    )
  }

  return {
    namesOf,
    onRecord: async (subs) =>
      new Map([...(await rowsOf([...new Set(subs)], personKey))].map(([sub, row]) => [sub, onRecordIn(row)])),
    account: async (account) => {
      const rows = await queryAll(table, accountPartition(account), '')
      const linked = rows.flatMap(({ sk }) => (sk.startsWith('M#') ? [sk.slice(2)] : []))
      const chosen = rows.find(({ sk }) => sk === 'ACC')?.['m']
      return { members: [account, ...linked], chosen: typeof chosen === 'string' ? chosen : null }
    },
    noteSignIn: async ({ sub, membership, account, name, mail }, on) => {
      const known =
        name === undefined || mail === undefined ? undefined : personForm.write({ membership, name, mail, account })
      const unnamed = '#t = if_not_exists(#t, :t), w = if_not_exists(w, :w), acc = if_not_exists(acc, :acc)'
      const landed = await transact(table, (TableName) => [
        {
          Update: {
            TableName,
            Key: personKey(sub),
            UpdateExpression: known
              ? `SET seen = :on, ${unnamed}, n = if_not_exists(n, :n), m = if_not_exists(m, :m)`
              : 'SET seen = :on',
            ConditionExpression: known ? 'attribute_not_exists(x)' : 'attribute_exists(pk) and attribute_not_exists(x)',
            ...(known ? { ExpressionAttributeNames: { '#t': 't' } } : {}),
            ExpressionAttributeValues: {
              ':on': on,
              ...(known
                ? { ':t': 'person', ':w': known['w'], ':acc': known['acc'], ':n': known['n'], ':m': known['m'] }
                : {}),
            },
          },
        },
      ])
      // Refused where the data were erased or nothing is known to write down: nothing is noted then, and the person signs
      // in all the same. Where nobody knows whether it was noted, the table is in trouble, and signing in is tried again.
      if (landed.as === 'unknown') throw landed.error
    },

    noteBounce: async (sub, { at, cause, sentAt, to }) => {
      const landed = await transact(table, (TableName) => [
        {
          Update: {
            TableName,
            Key: personKey(sub),
            UpdateExpression: 'SET b = :b',
            ConditionExpression: `attribute_exists(pk) and attribute_not_exists(x)${to === undefined ? '' : ' and m = :m'}`,
            ExpressionAttributeValues: {
              ':b': { at, c: cause, of: sentAt },
              ...(to === undefined ? {} : { ':m': to }),
            },
          },
        },
      ])
      // Refused where the person was erased or is reached elsewhere by now: then nothing is left to say.
      if (landed.as === 'unknown') throw landed.error
    },

    noteArrival: async (sub, sentAt) => {
      const landed = await transact(table, (TableName) => [
        {
          Update: {
            TableName,
            Key: personKey(sub),
            UpdateExpression: 'REMOVE b',
            ConditionExpression: 'b.#of < :sent',
            ExpressionAttributeNames: { '#of': 'of' },
            ExpressionAttributeValues: { ':sent': sentAt },
          },
        },
      ])
      // Refused where nothing came back, or what did was sent later.
      if (landed.as === 'unknown') throw landed.error
    },
  }
}
