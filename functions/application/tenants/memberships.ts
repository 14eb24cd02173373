import { mayAct, type ExistingMember } from '../../../shared/domain/platform/member.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** Members that an account may be, and which of them it acts as. */
type Memberships = {
  readonly all: readonly Versioned<ExistingMember>[]
  /** The one its next token is for: the one it chose while that stands, else the first that acts, else the first invitation. */
  readonly current: Versioned<ExistingMember> | undefined
}

/** Memberships of an account; those it was removed from are among them. Two requests. */
export const membershipsOf = async (
  { people, directory }: Pick<Dependencies, 'people' | 'directory'>,
  account: string,
): Promise<Memberships> => {
  const { members, chosen } = await people.account(account)
  const all = await directory.members(members)
  const standing = all.filter(({ state }) => mayAct(state))
  const current =
    standing.find(({ state }) => state.sub === chosen) ??
    standing.find(({ state }) => state.stage === 'kept') ??
    standing[0]
  return { all, current }
}
