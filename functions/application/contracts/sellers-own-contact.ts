import { refuse } from '../../../shared/domain/result.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { PortfolioOwner, ResellerId } from '../../../shared/domain/ids.ts'
import { sameMail, samePhone } from '../../../shared/domain/contract/same-contact.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import { contactForm } from '../../papers/resellers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { eachMemberUnder } from '../tenants/members.ts'
import { membershipsOf } from '../tenants/memberships.ts'
import type { Seller } from './contract-access.ts'

type Contact = { readonly mail?: string | null; readonly phone?: string | null }
type Reached = { readonly signatory?: Contact | null | undefined; readonly noticeContact?: Contact | undefined }

type Looks = Pick<Dependencies, 'accounts' | 'directory' | 'people' | 'ledger'>

/** What is known of the people on the selling side: whose sign-in an address is, and where a reseller is reached. */
export type SellingSide = {
  readonly signsIn: (mail: string) => Promise<boolean>
  readonly contactOf: (resellerId: ResellerId) => Promise<{ readonly mail: string; readonly phone: string } | null>
}

const isOf =
  (who: Seller) =>
  (membership: Membership): boolean =>
    'resellerId' in who
      ? 'resellerId' in membership && membership.resellerId === who.resellerId
      : 'entityId' in membership && membership.entityId === who.entityId

/** The contact a reseller stated last; null where it stated none. One request. */
const statedBy = async ({ ledger }: Pick<Dependencies, 'ledger'>, resellerId: ResellerId) => {
  const last = (await ledger.papersBetween(resellerId, 'contact-', 'contact-~')).at(-1)
  return last ? contactForm.read(last.content) : null
}

/** The selling side, asked of each address: the account by it, and its memberships only where there is one. */
const sellingSideOf = (deps: Looks, who: Seller): SellingSide => ({
  signsIn: async (mail) => {
    const account = await deps.accounts.find(mail)
    const { all } = account ? await membershipsOf(deps, account.sub) : { all: [] }
    return all.some(({ state }) => state.stage !== 'removed' && isOf(who)(state.membership))
  },
  contactOf: (resellerId) => statedBy(deps, resellerId),
})

/**
 * The selling side, read once for a whole book: its people's addresses from their own rows, no look-up in the user pool for
 * any row, and the contact of each reseller when the first row of it comes.
 */
export const sellingSideOfBook = async (deps: Looks, who: Seller): Promise<SellingSide> => {
  const subs: string[] = []
  for await (const { state } of eachMemberUnder(deps, who.entityId))
    if (state.stage !== 'removed' && isOf(who)(state.membership)) subs.push(state.sub)
  const people = [...(await deps.people.onRecord(subs)).values()].flatMap((one) => (one.erased ? [] : [one.mail]))
  const contacts = new Map<ResellerId, ReturnType<SellingSide['contactOf']>>()
  return {
    signsIn: async (mail) => people.some((one) => sameMail(one, mail)),
    contactOf: (resellerId) => {
      const contact = contacts.get(resellerId) ?? statedBy(deps, resellerId)
      contacts.set(resellerId, contact)
      return contact
    },
  }
}

const isReseller = (seller: PortfolioOwner): seller is ResellerId => seller.startsWith('rsl_')

const refusal = (what: string, given: string, ja: string, en: string) =>
  refuse<Refusal<'does-not-fit'>>({
    kind: 'does-not-fit',
    what,
    given,
    needs: "an address or telephone of the SME's own",
    why: { ja, en },
  })

/**
 * Refusal of a mail address or a telephone for an SME that is the selling side's own: who has it would sign in the SME's
 * place. A reseller learns of its own people alone, the implementing entity of its own and its resellers'. Where the seller
 * is a reseller, the contact it stated is compared too: one request. Of its people nothing is read of the table unless
 * somebody signs in with the address: then two requests.
 */
export const sellersOwnContact = async (
  deps: Looks,
  { signatory, noticeContact }: Reached,
  who: Seller,
  seller: PortfolioOwner,
  side: SellingSide = sellingSideOf(deps, who),
) => {
  const contact = isReseller(seller) ? await side.contactOf(seller) : null
  for (const [where, one] of [
    ['signatory', signatory],
    ['noticeContact', noticeContact],
  ] as const) {
    const { mail = null, phone = null } = one ?? {}
    if (mail !== null && ((contact && sameMail(contact.mail, mail)) || (await side.signsIn(mail))))
      return refusal(
        `${where}.mail`,
        mail,
        '販売する側の利用者、又は担当窓口のメールアドレスです。ユーザーご自身のメールアドレスを入れてください。',
        "It is the address of one of the seller's own people, or of its contact: give one of the SME's own.",
      )
    if (phone !== null && contact && samePhone(contact.phone, phone))
      return refusal(
        `${where}.phone`,
        phone,
        '販売する側の担当窓口の電話番号です。ユーザーご自身の電話番号を入れてください。',
        "It is the telephone of the seller's own contact: give one of the SME's own.",
      )
  }
  return undefined
}
