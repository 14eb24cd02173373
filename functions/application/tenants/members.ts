import type { ExistingMember, Membership } from '../../../shared/domain/platform/member.ts'
import type { EntityId } from '../../../shared/domain/ids.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Unreadable } from '../../ports/pages.ts'

/** Members of an implementing entity and of all its resellers, a page of the directory after another. */
export const eachMemberUnder = async function* (
  { directory }: Pick<Dependencies, 'directory'>,
  entityId: EntityId,
): AsyncGenerator<Versioned<ExistingMember>> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof directory.membersUnder>> = await directory.membersUnder(entityId, {
      limit: 100,
      after,
    })
    yield* page.items
    after = page.next
  } while (after)
}

/**
 * Members of a membership's organization, a page of the directory after another, until whoever asks has enough. Rows that
 * cannot be read are told to whoever may not miss one.
 */
export const eachMemberBeside = async function* (
  { directory }: Pick<Dependencies, 'directory'>,
  of: Membership,
  missed: (unreadable: readonly Unreadable[]) => void = () => undefined,
): AsyncGenerator<Versioned<ExistingMember>> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof directory.membersBeside>> = await directory.membersBeside(of, {
      limit: 100,
      after,
    })
    missed(page.unreadable)
    yield* page.items
    after = page.next
  } while (after)
}
