import * as z from 'zod'
import { PersonShown } from '../views/person.ts'
import { ContractAsked, Day, LinkText, listOf, Page, paragraphs, Sha256, text } from '../fields.ts'
import { SharedContactView } from '../views/contact.ts'
import { route } from '../route.ts'
import { ContractView } from '../views/contract.ts'
import { Signatory } from './contracts.ts'
import { contactEvidence, contactGrounds } from '../../domain/contract/contract-words.ts'

const params = z.strictObject({ contractId: ContractAsked })

/** A new contact that no signature of the SME stands behind: why, and what shows that it is the SME's own. */
const ContactChangeGiven = z.strictObject({
  signatory: Signatory,
  ground: z.enum(contactGrounds),
  evidence: z.strictObject({
    kind: z.enum(contactEvidence),
    on: Day,
    by: z.strictObject({ name: text(100), title: text(100) }),
    what: paragraphs(1000),
    /** SHA-256 of a scan, where there is one. */
    sha256: Sha256.nullable().optional(),
  }),
})

const changing = { method: 'POST', effect: 'changes', params, output: ContractView, status: 200 } as const

/**
 * Routes that change where an SME is reached: its own signature does (as an amendment). Without it, it is told where it was
 * reached, and may stop it there for seven days; where nothing reaches it, two people of the implementing entity decide, on
 * ground and evidence.
 */
export const contactRoutes = {
  listSharedContacts: route({
    method: 'GET',
    path: '/v1/shared-contacts',
    summary: {
      ja: '複数のユーザーの連絡先になっているメールアドレスと電話番号の一覧。ユーザー本人に届くものかを確かめるために見る',
      en: 'List the mail addresses and telephones that are contacts of several SMEs, to look into whose they are',
    },
    effect: 'reads',
    query: z.strictObject({ ...Page }),
    output: listOf(SharedContactView),
    status: 200,
    refusals: ['not-found'],
  }),
  getSharedContacts: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/shared-contacts',
    summary: {
      ja: '契約（起案中のものも）の連絡先のうち、ほかのユーザーの連絡先でもあるものを読む。リンクを送る前に確かめる',
      en: 'Read which contacts of a contract or a draft are contacts of other SMEs too, before a link is sent',
    },
    effect: 'reads',
    params,
    /** A reseller is told of contracts it holds alone. */
    output: z.strictObject({ items: z.array(SharedContactView) }),
    status: 200,
    refusals: ['not-found'],
  }),
  proposeContactChange: route({
    ...changing,
    path: '/v1/contracts/{contractId}/contact-change',
    summary: {
      ja: '本人の署名がないとき、根拠と裏付けを添えて、新しい連絡先を申し出る。これまでの連絡先へ知らせ、7日のあいだに止められなければ効力を生じる',
      en: 'Propose a new contact without a signature; told to the old one, and in force unless stopped there in seven days',
    },
    body: ContactChangeGiven,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'out-of-order'],
  }),
  approveContactChange: route({
    ...changing,
    path: '/v1/contracts/{contractId}/contact-change/approve',
    summary: {
      ja: 'これまでの連絡先に何も届かないとき、申し出た人とは別の人が、連絡先の変更を承認する。直ちに効力を生じる',
      en: 'Approve it as a second person, where nothing reaches the old contact; it is in force at once',
    },
    refusals: ['not-found', 'wrong-stage', 'second-person-needed'],
  }),
  withdrawContactChange: route({
    ...changing,
    path: '/v1/contracts/{contractId}/contact-change/withdraw',
    summary: { ja: '連絡先の変更の申出を取り下げる', en: 'Take the proposal back' },
    refusals: ['not-found', 'wrong-stage'],
  }),
  getContactChange: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/contact-change',
    summary: {
      ja: '承認を待つ連絡先の変更を、根拠と裏付けとともに読む',
      en: 'Read the change that waits, with its ground and evidence',
    },
    effect: 'reads',
    params,
    /** `from`: the day it takes effect unless it is stopped; null where a second person has to approve. */
    output: ContactChangeGiven.extend({ seq: z.int(), proposedBy: PersonShown, from: Day.nullable() }),
    status: 200,
    refusals: ['not-found'],
  }),
  stopContactChange: route({
    method: 'POST',
    path: '/v1/signing/contact-change/stop',
    summary: {
      ja: 'これまでの連絡先に届いたリンクで、連絡先の変更を止める。確認コードは要らない',
      en: 'Stop a change of contact, by the link sent to the old one; no code is asked for',
    },
    effect: 'changes',
    body: z.strictObject({ link: LinkText }),
    output: z.strictObject({ stopped: z.literal(true) }),
    status: 200,
    refusals: ['link-not-usable'],
  }),
} as const
