import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import type { Cast } from './cast.ts'
import { mailFor, until, type Ask } from './client.ts'
import type { Reseller, Resellers } from './resellers.ts'
import type { Services } from './services.ts'
import { draftFor, enter, explanation, offered, signIn, speaker } from './signing.ts'
import type { Teller } from './teller.ts'

const signer = speaker
const asked = { askedBy: '髙橋 花子', how: 'phone' }

/** The newest link an SME was sent, once it is another than the one before. */
const newLink = (url: string, mail: string, subject: string): Promise<string> =>
  until(async () => {
    const letter = (await mailFor(url, mail)).findLast((one) => one.subject.includes(subject))
    return /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1]
  }, subject)

type Living = {
  readonly path: string
  readonly sme: ReturnType<typeof draftFor>['sme']
  readonly draft: ReturnType<typeof draftFor>
}

/** A contract that was signed by link. */
const signedContract = async (cast: Cast, seller: Reseller, serviceId: string, teller: Teller): Promise<Living> => {
  const { today } = teller.done(await cast.admin.get('/v1'))
  const draft = draftFor(cast.run, 61, serviceId)
  const { contractId, link } = await offered(cast.url, seller, draft, today, teller)
  const signing = await enter(cast.url, link, draft.sme.signatory.phone, teller)
  await signIn(signing, teller)
  return { path: `/v1/contracts/${contractId}`, sme: draft.sme, draft }
}

/** The contract is changed: shown, explained and signed again, and not before. */
const change = async (cast: Cast, { ask }: Reseller, { path, sme, draft }: Living, teller: Teller): Promise<void> => {
  const { done, refused, must, say } = teller
  const { today } = done(await cast.admin.get('/v1'))
  const amendment = {
    ...draft,
    kind: 'amendment',
    version: 'asSigned',
    reason: '端末が増えたため',
    askedBy: '髙橋 花子',
    terms: { ...draft.terms, monthlyFeeExTaxYen: 9_900, terminals: 3 },
  }
  refused(
    await ask.post(`${path}/amendments`, {
      ...amendment,
      terms: { ...amendment.terms, initialFeeParts: [{ what: '追加の機器', exTaxYen: 500_001 }] },
    }),
    'breaches-standard',
    '第2章1.(7)エ',
    '変更のときも、上限を1円でも超えれば断られる',
  )
  done(await ask.post(`${path}/amendments`, amendment), '月額と台数の変更を起案した')
  done(await ask.post(`${path}/amendments/explain`, explanation(today)))
  done(await ask.post(`${path}/amendments/offer`, {}))
  const link = await newLink(cast.url, sme.signatory.mail, '変更内容のご確認')
  const signing = await enter(cast.url, link, sme.signatory.phone, teller)
  const { differences } = done(await signing.get('/v1/signing/differences'))
  for (const { label, before, after } of differences)
    say(`    ${label.ja}: ${before.join(' / ')} → ${after.join(' / ')}`)
  must((await stateOf(ask, path)).terms.monthlyFeeExTaxYen === 9_800, '署名するまでは、いまの契約のまま')
  const { sha256 } = done(await signing.get('/v1/signing/document'))
  const given = { documentSha256: sha256, acknowledged: disclosureItemCodes, signer }
  done(await signing.post('/v1/signing/sign-amendment', given), 'ユーザーが違いを読み、変更に署名した')
  const now = await stateOf(ask, path)
  must(
    now.terms.monthlyFeeExTaxYen === 9_900 && now.document.revision === 2,
    '変更は効力を生じ、第2版になった',
    now.document,
  )
}

const stateOf = async (ask: Ask, path: string) => (await ask.get(path)).body

/** 11. What happens to a contract after it was signed: a change, consents, its SME's own page, its end. */
export const liveOn = async (cast: Cast, services: Services, resellers: Resellers, teller: Teller): Promise<void> => {
  const { chapter, done, must, refused, say } = teller
  chapter('11. 結んだ後の契約: 変更、同意、ご契約ページ、解約')
  const seller = resellers['R1'] as Reseller
  const living = await signedContract(cast, seller, services['NET'] ?? '', teller)
  const { path, sme } = living
  await change(cast, seller, living, teller)

  done(await seller.ask.post(`${path}/send-own-link`, {}))
  const link = await newLink(cast.url, sme.signatory.mail, 'ご契約ページ')
  const owner = await enter(cast.url, link, sme.signatory.phone, teller)
  const page = done(await owner.get('/v1/signing/contract'), 'ユーザーが、ご契約ページを開いた')
  say(`いま責任を負うのは ${page.answers.name}。ご相談は ${page.helpDesk}`)
  done(
    await owner.post('/v1/signing/consents', { kind: 'positionTransfer', signer: speaker }),
    '地位の移転に、あらかじめ承諾した',
  )
  done(
    await owner.post('/v1/signing/consents/withdraw', { kind: 'remoteSupport', signer: speaker }),
    'リモート支援の同意を撤回した',
  )
  const { items } = done(await seller.ask.get(`${path}/consents`))
  must(
    items.length === 2 && items.every(({ by }: { by: string }) => by === 'sme'),
    '同意の控えが、文面とともに残る',
    items,
  )
  refused(
    await seller.ask.post(`${path}/consents`, { kind: 'foreignPersonalData', ...asked }),
    'does-not-fit',
    undefined,
    '国名・制度・措置を示さずに、外国への提供の同意は記録できない',
  )

  const { today } = done(await cast.admin.get('/v1'))
  const wish = { on: today, reason: '移転のため', ground: '規約による', signer: speaker }
  const { leaving } = done(await owner.post('/v1/signing/request-cancellation', wish), '解約を申し出た')
  say(`違約金は ${leaving.penaltyExTaxYen.toLocaleString('ja-JP')}円（税抜）と示された。まだ何も終わっていない。`)
  refused(
    await owner.post('/v1/signing/cancel', { penaltyExTaxYen: leaving.penaltyExTaxYen + 1, signer: speaker }),
    'does-not-fit',
    undefined,
    '示された額と違えば、決められない',
  )
  done(
    await owner.post('/v1/signing/cancel', { penaltyExTaxYen: leaving.penaltyExTaxYen, signer: speaker }),
    '額を確かめて、解約した',
  )
  must((await stateOf(seller.ask, path)).ending?.why === 'cancelledBySme', '契約は終わり、同じ中小企業はまた契約できる')
}
