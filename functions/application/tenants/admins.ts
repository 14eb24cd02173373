import { isAdmin, type ExistingMember, type Membership } from '../../../shared/domain/platform/member.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

type Found = Versioned<ExistingMember>

/** Admins of a membership's organization that a test holds of, of those not removed; all of them, or the first. */
export const adminsBeside = async (
  { directory }: Pick<Dependencies, 'directory'>,
  of: Membership,
  { only = () => true, first = false }: { readonly only?: (found: Found) => boolean; readonly first?: boolean } = {},
): Promise<readonly Found[]> => {
  const found: Found[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof directory.membersBeside>> = await directory.membersBeside(of, {
      limit: 100,
      after,
    })
    found.push(
      ...page.items.filter((one) => one.state.stage !== 'removed' && isAdmin(one.state.membership.role) && only(one)),
    )
    after = page.next
  } while (after && !(first && found.length > 0))
  return found
}
