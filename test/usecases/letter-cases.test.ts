import { beforeEach, describe } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { eventOf, lostLettersIn } from '../support/lost-letters.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
import { offer, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, stopped } = await marketplace()
const r1 = await parties.reseller('R1', [net])
const { hear, lastTo, untoldOf } = lostLettersIn(house)
beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))

const lettersTo = (mail: string) => house.letters.filter(({ to }) => to === mail)

/** A letter of some kind to an SME, and its contract. */
const sentLetters: Readonly<Record<string, () => Promise<{ readonly contractId: string; readonly mail: string }>>> = {
  'The link to sign': async () => {
    const given = draft(net)
    return { contractId: (await offer(house, r1.ask, given)).contractId, mail: given.sme.signatory.mail }
  },
  'The word of the conclusion': async () => {
    const given = draft(net)
    const { contractId, signer, sha256 } = await readyToSign(house, r1.ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    return { contractId, mail: given.sme.signatory.mail }
  },
  'The request to confirm a paper contract': async () => {
    const mail = `paper${nextNumber()}@sme.example.jp`
    const given = paper(net, { sme: { noticeContact: { mail, phone: '090-4444-2000' } } })
    const { contractId } = good(await r1.ask.post('/v1/contracts/attest', given))
    await house.settle()
    return { contractId, mail }
  },
  'The link to its own page': async () => {
    const given = draft(net)
    const { contractId, signer, sha256 } = await readyToSign(house, r1.ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    good(await r1.ask.post(`/v1/contracts/${contractId}/send-own-link`, {}))
    await house.settle()
    return { contractId, mail: given.sme.signatory.mail }
  },
}
const said = [
  ['a full mailbox, given up', 'C35a-transient-mailbox-full', 'expired'],
  ['fourteen hours without an answer', 'C35b-transient-expired-after-14-hours', 'expired'],
  ['transient, but refused for good', 'C35c-transient-but-5xx', 'expired'],
  ['no cause', 'C35d-undetermined', 'undetermined'],
  ['the suppression list', 'C35e-permanent-on-suppression-list', 'suppressed'],
  ['no such mailbox', 'C35f-permanent-general', 'bounce'],
  ['a delay', 'C35g-delivery-delay', null],
  ['out of office', 'C35h-transient-general-out-of-office', null],
] as const

const cameBack: readonly OutcomeCase[] = Object.entries(sentLetters).flatMap(([letter, send]) =>
  said.map(
    ([what, file, cause]): OutcomeCase => ({
      item: 'C35',
      given: `${letter}, of which the mail service says: ${what}`,
      by: 'SES',
      outcome: cause ? `owed by telephone or post, for the seller to see (${cause})` : 'nothing is owed',
      came: async () => {
        const { contractId, mail } = await send()
        await hear(eventOf(file, lastTo(mail)))
        return (await untoldOf(contractId, r1.ask)).map((one) => one.cause)
      },
      is: cause ? [cause] : [],
    }),
  ),
)

const phones: readonly OutcomeCase[] = [
  ['03-1234-5678', true],
  ['050-1234-5678', true],
  ['0120-000-000', false],
  ['0570-000-000', false],
  ['020-1234-5678', false],
  ['+81-3-1234-5678', true],
  ['060-1234-5678', true],
  ['070-1234-5678', true],
  ['0081-90-1234-5678', true],
  ['+81(0)80-1234-5678', true],
].map(
  ([phone, receives]): OutcomeCase => ({
    item: 'C26',
    given: `A paper contract whose user is reached at ${String(phone)}`,
    by: '再販協力会社の管理者',
    outcome: receives
      ? 'a link goes out: a code can come there'
      : 'a link goes out, and says that its code comes by letter',
    came: async () => {
      const mail = `code${nextNumber()}@sme.example.jp`
      const given = paper(net, { sme: { noticeContact: { mail, phone } } })
      const { contractId } = good(await r1.ask.post('/v1/contracts/attest', given))
      await house.settle()
      const brings = lettersTo(mail).find(({ text }) => text.includes('/sign/#'))?.text
      const byLetter = brings?.includes('「コードを手紙で受け取る」からお申し込みください')
      return [byLetter, (await untoldOf(contractId, r1.ask)).map((one) => one.cause)]
    },
    is: [!receives, []],
  }),
)

/** A reseller whose contact has changed since it was invited, and where its letters went after something happened. */
const toItsContact = (happens: (one: Awaited<ReturnType<typeof leaver>>) => Promise<unknown>) => async () => {
  const one = await leaver()
  const contact = (mail: string) => ({ code: 'contact', name: '後任', mail, phone: '03-0000-0000' })
  const [second, third] = [2, 3].map((n) => `contact${n}.${nextNumber()}@reseller.example.jp`) as [string, string]
  for (const mail of [second, third])
    good(await one.ask.post(`/v1/resellers/${one.resellerId}/requirements`, contact(mail)))
  await house.settle()
  const before = house.letters.length
  await happens(one)
  await house.settle()
  const letters = house.letters.slice(before).filter(({ to }) => to.includes('@reseller.'))
  return letters.map(({ to }) => to === third)
}
const restrict = async ({ resellerId }: { resellerId: string }) =>
  good(await parties.admin.post(`/v1/resellers/${resellerId}/restrict`, { reason: '確認のため。' }))
const contacts: readonly OutcomeCase[] = (
  [
    ['is restricted', restrict, [true]],
    [
      'is restricted, and no longer',
      async (one: { resellerId: string }) => {
        await restrict(one)
        good(await parties.admin.post(`/v1/resellers/${one.resellerId}/lift`, { reason: '確かめた。' }))
      },
      [true, true],
    ],
    ['is discontinued', stopped, [true]],
  ] as const
).map(([what, happens, is]) => ({
  item: 'C37',
  given: `A reseller whose contact changed twice since it was invited ${what}`,
  by: '実施主体の管理者',
  outcome: 'its letters go to the contact it stated last, and none to who was invited',
  came: toItsContact(happens as (one: Awaited<ReturnType<typeof leaver>>) => Promise<unknown>),
  is,
}))

const dues: readonly OutcomeCase[] = (
  [
    ['2026-09-18T23:58:00+09:00', '2026-09-28', '2026-09-30'],
    ['2026-09-19T00:01:00+09:00', '2026-09-28', '2026-09-30'],
    ['2026-12-28T10:00:00+09:00', '2027-01-06', '2027-01-08'],
    ['2027-04-28T10:00:00+09:00', '2027-05-07', '2027-05-11'],
    ['2027-12-30T10:00:00+09:00', '2028-01-06', '2028-01-11'],
  ] as const
).map(([now, reports, tellSmes]) => ({
  item: 'C42',
  given: `A discontinuance approved at ${now}`,
  by: '実施主体の管理者',
  outcome: `reports are due on ${reports}, telling the users on ${tellSmes}`,
  came: async () => {
    house.clock.set(now)
    const one = await leaver()
    good(await one.ask.post('/v1/contracts/attest', paper(net)))
    const { path } = await stopped(one)
    const { obligations } = good(await parties.staff.get(path))
    const due = (code: string) => obligations.find((each: any) => each.code === code).dueOn
    return [due('reportToIpa'), due('tellSmes')]
  },
  is: [reports, tellSmes],
}))

describe('letters that come back', () => {
  testOutcomes(cameBack)
})
describe('phones of paper contracts', () => {
  testOutcomes(phones)
})
describe('whom a reseller’s letters reach', () => {
  testOutcomes(contacts)
})
describe('business days over holidays', () => {
  testOutcomes(dues)
})
