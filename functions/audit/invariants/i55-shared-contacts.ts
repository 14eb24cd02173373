import { documentOf } from '../reading/agreements.ts'
import { contactsListed, markOfShared } from '../reading/listed.ts'
import type { Disclosure } from '../shapes/disclosure.ts'
import { owing } from './i08-listings.ts'
import type { Invariant } from './invariant.ts'

const kept = (values: readonly (string | null | undefined)[]): readonly string[] =>
  values.flatMap((value) => (value ? [value.normalize('NFKC').trim()] : []))

/** A Japanese number with its 0 and nothing between; any other as it is. */
const dialled = (phone: string): string => {
  const digits = phone.replace(/[\s\p{Pd}\u2212\u30fc\u4e00.()]/gu, '')
  const rest = /^(?:\+|010|00)81(?<rest>[0-9]+)$/.exec(digits)?.groups?.['rest']
  const given = rest === undefined ? digits : `0${rest.replace(/^0/, '')}`
  return /^[1-9][0-9]{8,9}$/.test(given) ? `0${given}` : given
}

/** Contacts of an SME as one tells them apart: mails in one case, telephones without what stands between digits. */
const contactsOf = ({ sme: { signatory, noticeContact } }: Disclosure): ReadonlySet<string> =>
  new Set([
    ...kept([signatory?.mail, noticeContact.mail]).map((mail) => `mail ${mail.toLowerCase()}`),
    ...kept([signatory?.phone, noticeContact.phone]).map((phone) => `phone ${dialled(phone)}`),
  ])

/**
 * I55. A live contract is found by every contact of its SME, one key for each; contracts of one implementing entity with the
 * same contact are found by the same key; one that is over is found by none. A contact at SMEs of several numbers is marked, so that the implementing entity sees it. (Which key a contact has, only the
 * secret says: keys are looked at beside one another. That their rows lie there is for I08.)
 */
export const sharedContacts: Invariant = {
  id: 'I55',
  says: {
    ja: '複数のユーザーの連絡先になっているものは、実施主体の一覧に出る',
    en: 'a contact at several SMEs is on the list of the implementing entity',
  },
  check: (book, see) => {
    const owed = owing(book)
    /** By implementing entity and contact: the keys that every contract with it has. */
    const keysOf = new Map<string, { readonly where: string; keys: ReadonlySet<string> }>()
    const smesOf = new Map<string, Set<string>>()
    for (const { contractId, where, text } of book.listed) {
      const head = book.heads.get(contractId)
      const keys = text === null ? undefined : contactsListed(text)
      if (!head || keys === undefined || owed.has(contractId)) continue
      const { contract } = head
      const { entityId, smeId } = contract.deal
      const said = documentOf(book, contract.deal)
      const contacts = contract.stage === 'live' && said ? contactsOf(said) : new Set<string>()
      see(
        where,
        (said || contract.stage !== 'live') &&
          keys.length !== contacts.size &&
          `is found by ${keys.length} contacts instead of ${contacts.size}`,
      )
      for (const contact of contacts) {
        const name = `${entityId} ${contact}`
        const known = keysOf.get(name)?.keys
        const common = new Set(known ? keys.filter((key) => known.has(key)) : keys)
        see(where, common.size === 0 && 'is found by another key than others with the same contact')
        keysOf.set(name, { where, keys: common })
      }
      for (const key of keys) {
        const mark = markOfShared(entityId, key)
        smesOf.set(mark, (smesOf.get(mark) ?? new Set<string>()).add(smeId))
      }
    }
    for (const [mark, smes] of smesOf)
      see(mark, smes.size > 1 && !book.sharedContacts.has(mark) && `stands at ${smes.size} SMEs and is not marked`)
  },
}
