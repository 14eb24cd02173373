import { refuse } from '../../../shared/domain/result.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { Sme } from '../../../shared/domain/contract/terms.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { membershipsOf } from '../tenants/memberships.ts'
import type { Seller } from './contract-access.ts'

type Reached = {
  readonly signatory?: Pick<NonNullable<Sme['signatory']>, 'mail'> | null | undefined
  readonly noticeContact?: Pick<Sme['noticeContact'], 'mail'>
}

/**
 * Refusal of a mail address for an SME that is one of the seller's own people: who has it would sign in the SME's place. A
 * reseller learns of its own people alone, the implementing entity of its own and its resellers'. Nothing is read of the
 * table unless somebody signs in with the address: then two requests.
 */
export const sellersOwnMail = async (
  deps: Pick<Dependencies, 'accounts' | 'directory' | 'people'>,
  { signatory, noticeContact }: Reached,
  who: Seller,
) => {
  const isOwn = (membership: Membership): boolean =>
    'resellerId' in who
      ? 'resellerId' in membership && membership.resellerId === who.resellerId
      : 'entityId' in membership && membership.entityId === who.entityId
  const given = [
    ['signatory.mail', signatory?.mail],
    ['noticeContact.mail', noticeContact?.mail],
  ] as const
  for (const [what, mail] of given) {
    const account = mail ? await deps.accounts.find(mail) : undefined
    const { all } = account ? await membershipsOf(deps, account.sub) : { all: [] }
    if (all.some(({ state }) => state.stage !== 'removed' && isOwn(state.membership)))
      return refuse<Refusal<'does-not-fit'>>({
        kind: 'does-not-fit',
        what,
        given: mail ?? '',
        needs: "an address of the SME's own",
        why: {
          ja: '販売する側の利用者のメールアドレスです。ユーザーご自身のメールアドレスを入れてください。',
          en: "It is the address of one of the seller's own people: give one of the SME's own.",
        },
      })
  }
  return undefined
}
