import type { Actor } from '../../../shared/domain/people.ts'
import type { CommandMetadata } from '../../../shared/domain/command.ts'
import { mayAct, type ExistingMember } from '../../../shared/domain/platform/member.ts'
import type { Commit } from '../../ports/records.ts'
import type { Table } from './client.ts'
import { stateKey } from './keys.ts'
import { getRow } from './read.ts'
import type { WriteItem } from './transact.ts'

/**
 * Attribute of a member's row by which a person's commands are let through: the role it may act in. A row from before
 * there was one has none and lets its member act, as does a person who has no row, being an operator by the user pool.
 */
export const actsAs = (member: ExistingMember): string => (mayAct(member) ? member.membership.role : '-')

const keyOf = ({ sub }: Pick<Actor, 'sub'>) => stateKey('member', sub, null)

/** The person whose membership must stand; undefined where none sent the command, or where it changes that very member. */
export const actingMember = ({ metadata: { byMember, actor }, changes }: Commit<unknown>): Actor | undefined =>
  byMember && !changes.some(({ kind, id }) => kind === 'member' && id === actor.sub) ? actor : undefined

/** Condition of a transaction that a person is still a member in the role of the token. */
export const stillMember = (TableName: string, actor: Actor): WriteItem => ({
  ConditionCheck: {
    TableName,
    Key: keyOf(actor),
    ConditionExpression: 'attribute_not_exists(a) or a = :role',
    ExpressionAttributeValues: { ':role': actor.role },
  },
})

/** The same, asked ahead. */
export const isStillMember = async (table: Table, { byMember, actor }: CommandMetadata): Promise<boolean> => {
  if (!byMember) return true
  const acts = (await getRow(table, keyOf(actor)))?.['a']
  return acts === undefined || acts === actor.role
}
