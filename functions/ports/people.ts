import type { BounceCause } from '../../shared/domain/contract/contract-words.ts'
import type { NoticeChoices } from '../../shared/domain/notices/choice.ts'
import type { Principal } from '../../shared/domain/people.ts'
import type { Membership } from '../../shared/domain/platform/member.ts'
import type { Instant, PlainDate } from '../../shared/domain/plain-date.ts'

/** What is said where a person's data were erased: somebody was there, and nobody can say any more who. */
export const erasedName = '（削除済みの利用者）'

/** Name and company of a person, as they are shown; null where nothing is known or nothing may be. */
export type PersonName = { readonly name: string | null; readonly company: string | null }

/** Names by subject: one for every subject that was asked for. */
export type NamesBySub = ReadonlyMap<string, PersonName>

/** Personal data of a member, kept in a row of their own: ledgers and states bear the subject only. */
export type PersonalData = {
  readonly sub: string
  /** The role and the organization under which the person is known by this subject; the organization never changes. */
  readonly membership: Membership
  readonly name: string
  readonly mail: string
  /** The name's ふりがな. */
  readonly reading?: string
}

/** A letter that came back from a person's address, and that nothing has arrived there since. */
type MailBounced = { readonly at: Instant; readonly cause: BounceCause }

/** Personal data as they stand: of a person whose data were erased there is nothing but that. */
export type PersonOnRecord =
  | (PersonalData & {
      readonly erased: false
      /** Day of the last sign-in, in Japan; null where none was noted. */
      readonly seenOn: PlainDate | null
      /** Subject of the account that the person signs in with. It is shown to nobody. */
      readonly account: string
      /** How the person wants to hear of what happens, as far as it said so. */
      readonly notices: NoticeChoices
      /** The last letter that came back from its address, unless a later one arrived there. */
      readonly mailBounced: MailBounced | null
    })
  | { readonly erased: true; readonly sub: string }

/** Account, as far as the platform knows it: the members it may act as, and the one it chose last. */
type AccountOnRecord = { readonly members: readonly string[]; readonly chosen: string | null }

/** People by subject. Reading is strongly consistent. */
export type People = {
  /**
   * Names of people by their subjects, as one who asks may know them (`mayKnow`); without one who asks, of everyone. Two
   * requests, and one more where somebody was named before names were kept: a read unit a person, and one an
   * organization. Whoever left keeps the name; whoever was erased is `erasedName`. Asked for more than a thousand it throws.
   */
  readonly namesOf: (subs: Iterable<string>, asSeenBy?: Principal) => Promise<NamesBySub>
  /** Personal data by subject, one request; without those of whom none are kept. */
  readonly onRecord: (subs: readonly string[]) => Promise<ReadonlyMap<string, PersonOnRecord>>
  /** The members of an account, its own subject first: one request. */
  readonly account: (account: string) => Promise<AccountOnRecord>
  /**
   * Notes the day of a sign-in, and name and mail where none were kept, as of whoever was named before names were kept. One
   * request; nothing where they were erased.
   */
  readonly noteSignIn: (
    person: Pick<PersonalData, 'sub' | 'membership'> & {
      readonly account: string
      readonly name?: string
      readonly mail?: string
    },
    on: PlainDate,
  ) => Promise<void>
  /**
   * Notes that a letter came back from a person's address: the one it was sent to, where that is known, and none that
   * the person had before. One request; nothing where the data were erased.
   */
  readonly noteBounce: (
    sub: string,
    bounce: MailBounced & { readonly sentAt: Instant; readonly to?: string },
  ) => Promise<void>
  /** Notes that a letter sent at an instant arrived: whatever came back of those before it stands no more. One request. */
  readonly noteArrival: (sub: string, sentAt: Instant) => Promise<void>
}
