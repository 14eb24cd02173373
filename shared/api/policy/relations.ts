import type { Role } from '../../domain/people.ts'
import type { Words } from '../../domain/words.ts'

/** How whoever acts stands to what is acted on. */
export const relations = ['own', 'ownTenant', 'ownReseller', 'formerHolder', 'none'] as const
export type Relation = (typeof relations)[number]

/**
 * Names of the relations. What an implementing entity offers its resellers to sell is their own tenant's too. A former
 * holder held a contract that is now in other hands; whoever is named as one and has it back is its holder again.
 */
export const labelOfRelation: Readonly<Record<Relation, Words>> = {
  own: { ja: '自分自身・自分の契約', en: 'oneself, or the one contract of the link' },
  ownTenant: { ja: '自社のもの', en: "one's own organization's" },
  ownReseller: { ja: '自社の再販協力会社のもの', en: "a reseller's of one's own" },
  formerHolder: { ja: '以前に自社が受け持ったもの', en: "once held by one's own organization, now by another" },
  none: { ja: '誰のものでも', en: "anybody's" },
}

/** Relations in which each role may act by a line; a role that is not named may not call it at all. */
export type Grants<R extends Role = Role> = { readonly [Name in R]: readonly Relation[] }

/** Row of the policy table: what each role may, or `anyone` for a line that needs no token and is about nobody's things. */
export type Row = 'anyone' | Partial<Grants>

/** Roles that a row admits. */
export type WhoIn<R extends Row> = R extends 'anyone' ? 'anyone' : readonly Extract<keyof R, Role>[]

/** The roles that a row admits, in the order of its groups. */
export const whoIn = (row: Row): readonly Role[] | 'anyone' => (row === 'anyone' ? row : (Object.keys(row) as Role[]))

/** The relations in which someone may act by a row; null is whoever has no token. */
export const relationsFor = (row: Row, role: Role | null): readonly Relation[] => {
  if (row === 'anyone') return relations
  return role === null ? [] : (row[role] ?? [])
}
