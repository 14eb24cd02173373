import { createHash } from 'node:crypto'
import { wordsOf } from '../documents/reading.ts'
import type { Cast } from './cast.ts'
import { askAs, askWith, mailFor, until, type Ask } from './client.ts'
import { paperFor } from './papers.ts'
import type { Reseller, Resellers } from './resellers.ts'
import type { Services } from './services.ts'
import { draftFor, enter, offered, signIn, speaker } from './signing.ts'
import type { Teller } from './teller.ts'

/** Anyone whose letters are read out, once the chapter is over. */
const readers = ({ run }: Cast) => ({
  '再販協力会社 R1 の管理者': `sales.r1.${run}@example.jp`,
  実施主体の管理者: `admin.${run}@example.jp`,
  実施主体の担当者: `staff.${run}@example.jp`,
  審査登録機関の担当者: `body.${run}@example.jp`,
})

const letterTo = (url: string, mail: string, subject: string) =>
  until(async () => (await mailFor(url, mail)).findLast((one) => one.subject.includes(subject)), subject)

const readOut = ({ say }: Teller, text: string): void => {
  for (const line of text.trim().split('\n')) say(`    │ ${line}`)
}

const steps: Readonly<Record<string, string>> = {
  'member-named': '招いた',
  'member-accepted': '加わった',
  'member-removed': '外した',
}

/** A clerk is invited, works, leaves, and is known by name in what stays. */
const aClerkLeaves = async ({ url, run, admin }: Cast, seller: Reseller, net: string, teller: Teller) => {
  const { done, must, refused, say } = teller
  const mail = `clerk.${run}@example.jp`
  const { sub } = done(
    await seller.ask.post('/v1/members', { mail, name: '事務 葉子', role: 'resellerStaff' }),
    `${seller.name} の管理者が、事務の担当者を招いた`,
  )
  const clerk = await askAs(url, mail)
  const me = done(await clerk.get('/v1/me'))
  must(me.name === '事務 葉子' && me.company === seller.name, `本人の画面には「${me.company}　${me.name}」と出る`, me)
  done(await clerk.post('/v1/contracts', draftFor(run, 71, net)), '担当者が契約を一つ起案した')
  done(await seller.ask.post(`/v1/members/${sub}/remove`, { reason: '退職のため' }), '退職したので、管理者が外した')
  refused(
    await clerk.post('/v1/contracts', draftFor(run, 72, net)),
    'no-longer-member',
    undefined,
    '手元に残ったトークンでは、もう何も書けない',
  )
  const left = done(await seller.ask.get(`/v1/members/${sub}`))
  must(left.name === '事務 葉子' && left.stage === 'removed', '辞めた後も、誰がしたことかは名前で読める', left)
  for (const { what, by, reason } of left.history)
    say(`    ${steps[what] ?? what}　${by.name}${reason ? `（${reason}）` : ''}`)
  const [removed] = done(await seller.ask.get(`/v1/change-log?object=${sub}&limit=1`)).items
  const [stage] = removed.changes
  must(
    stage.before === '有効' && stage.after === '外した' && removed.why === '退職のため',
    `操作履歴には、変更前・変更後・理由が並ぶ：${stage.label}　${stage.before} → ${stage.after}（${removed.why}）`,
    removed,
  )
  done(
    await seller.ask.post(`/v1/members/${sub}/erase`, { reason: '本人の求めによる' }),
    '求めにより、個人データを消した',
  )
  const erased = done(await seller.ask.get(`/v1/members/${sub}`))
  must(!erased.name.includes('葉子') && erased.mail === null, '名前はもう読めない。台帳は元のまま続いている', erased)
  refused(
    await seller.ask.post(`/v1/members/${done(await seller.ask.get('/v1/me')).sub}/remove`, { reason: '退職' }),
    'last-admin',
    undefined,
    '最後の管理者は、自分を外せない',
  )
  must((await admin.get(`/v1/members/${sub}`)).status === 404, '他の組織からは、その人がいたことも分からない')
}

/** An SME says that the record of its paper contract is wrong, and is answered. */
const anSmeDisputes = async ({ url, run, staff }: Cast, seller: Reseller, net: string, teller: Teller) => {
  const { done, say } = teller
  const given = paperFor({ run, name: '有限会社たがう木工', number: '6' }, { serviceId: net, signedOn: '2026-09-01' })
  const { mail, phone } = given.sme.noticeContact
  const { contractId } = done(await seller.ask.post('/v1/contracts/attest', given), '紙で結んだ契約を一つ記録した')
  const link =
    /\/sign\/#(\S+)/.exec((await letterTo(url, mail, '書面でのご契約の記録について（ご確認のお願い）')).text)?.[1] ?? ''
  const sme = await enter(url, link, phone, teller)
  done(
    await sme.post('/v1/signing/dispute', { what: '端末は0台ではなく、4台です。', signer: speaker }),
    '「端末は0台ではなく、4台です」と、ユーザーが違いを申し出た',
  )
  const open = async (ask: Ask) =>
    done(await ask.get('/v1/disputes')).items.some((one: { contractId: string }) => one.contractId === contractId)
  for (const ask of [seller.ask, staff]) await until(async () => (await open(ask)) || undefined, 'dispute')
  say('申し出は、再販協力会社と実施主体の一覧に出ている。')
  done(
    await seller.ask.post(`/v1/contracts/${contractId}/dispute/correct`, {
      terms: { terminals: 4 },
      answer: '契約書を見直し、4台に直しました。お手数をおかけしました。',
    }),
    '再販協力会社が記録を直し、答えた',
  )
  readOut(teller, (await letterTo(url, mail, 'お知らせいただいた件のご回答')).text)
  await until(async () => !(await open(staff)) || undefined, 'answered dispute')
  say('答えたので、一覧から消えた。')
}

/** The administrator of a reseller is replaced by the implementing entity. */
const anAdminIsReplaced = async ({ url, run, admin }: Cast, { ask, name, resellerId }: Reseller, teller: Teller) => {
  const { done, must, refused } = teller
  const mail = `new-admin.${run}@example.jp`
  done(
    await admin.post(`/v1/resellers/${resellerId}/replace-admin`, {
      mail,
      name: '後任 三郎',
      reason: '前の管理者と連絡が取れないため、会社の書面を確かめた。',
    }),
    `${name} の管理者を、実施主体が理由を記して交代させた`,
  )
  refused(
    await ask.post('/v1/members', { mail: `x.${run}@example.jp`, name: '誰か', role: 'resellerStaff' }),
    'no-longer-member',
    undefined,
    '前の管理者は、その時から何も書けない',
  )
  const next = await askAs(url, mail)
  const me = done(await next.get('/v1/me'))
  must(me.name === '後任 三郎' && me.company === name, '後任は、招かれた本人として入った', me)
}

/** An SME without a mobile phone signs by a call; another one by a letter with a code. */
const withoutAMobile = async (cast: Cast, seller: Reseller, net: string, teller: Teller) => {
  const { url, run, admin } = cast
  const { done, must, say } = teller
  const { today } = done(await admin.get('/v1'))
  const atLandLine = (n: number) => {
    const draft = draftFor(run, n, net)
    const signatory = { ...draft.sme.signatory, phone: `03-0000-${String(2_000 + n)}` }
    const postalAddress = { postalCode: '100-0001', rest: '東京都架空区架空１－２－３' }
    return { ...draft, sme: { ...draft.sme, signatory, postalAddress } }
  }
  const anyone = askWith(url, undefined)

  const called = atLandLine(73)
  const one = await offered(url, seller, called, today, teller)
  done(await anyone.post('/v1/signing/open', { link: one.link }))
  const call = await until(async () => (await mailFor(url, called.sme.signatory.phone)).at(-1), 'call')
  must(call.by === 'voice', `固定電話 ${called.sme.signatory.phone} へは、電話で読み上げる`, call)
  readOut(teller, call.text)
  const code = /確認コードは、([\d、]+)、です/.exec(call.text)?.[1]?.replaceAll('、', '')
  const { token } = done(await anyone.post('/v1/signing/enter', { link: one.link, code }))
  await signIn(askWith(url, token), teller)
  must(done(await seller.ask.get(`/v1/contracts/${one.contractId}`)).stage === 'live', '固定電話だけの会社が、署名した')

  const two = await offered(url, seller, atLandLine(74), today, teller)
  done(await anyone.post('/v1/signing/letter', { link: two.link }), '電話に出られない会社が、手紙のコードを求めた')
  const path = `/v1/contracts/${two.contractId}/code-letter`
  done(await admin.post(`${path}/print`, {}), '契約の送付に関わっていない実施主体の管理者が、印刷を記録した')
  must((await seller.ask.get(`${path}.pdf`)).status === 403, '再販協力会社は、その手紙を見られない')
  const words = await wordsOf((await admin.get(`${path}.pdf`)).bytes)
  const posted = /入れてください。(\d{6})/.exec(words)?.[1]
  const entered = done(await anyone.post('/v1/signing/enter', { link: two.link, code: posted }))
  await signIn(askWith(url, entered.token), teller)
  must(
    done(await seller.ask.get(`/v1/contracts/${two.contractId}`)).stage === 'live',
    '手紙のコードで、署名した。電話は一度も使っていない',
  )
  say(`契約番号は ${done(await seller.ask.get(`/v1/contracts/${two.contractId}`)).shortNumber}`)
}

/** A sole proprietor has no 法人番号: an id is asked for, given on papers, and a contract stands under it. */
const aProprietorHasAnId = async ({ run, staff, admin }: Cast, seller: Reseller, net: string, teller: Teller) => {
  const { done, refused, say } = teller
  const { today } = done(await admin.get('/v1'))
  const name = '架空屋 たばこ店'
  const postalAddress = { postalCode: '100-0001', rest: '東京都千代田区架空１－２－３' }
  const { smeId } = done(
    await seller.ask.post('/v1/sme-identities', { kind: 'soleProprietor', name, postalAddress }),
    '法人番号のない個人事業主の番号を、再販協力会社が申請した',
  )
  const given = paperFor({ run, name, number: '8' }, { serviceId: net, signedOn: '2026-09-01' })
  const paper = { ...given, sme: { ...given.sme, corporateNumber: smeId } }
  refused(
    await seller.ask.post('/v1/contracts/attest', paper),
    'does-not-fit',
    undefined,
    '番号が付くまで、契約は記録できない',
  )
  done(
    await staff.post(`/v1/sme-identities/${smeId}/give`, {
      verifiedBy: { name: '青木 誠', title: '審査担当' },
      papers: ['drivingLicence', 'openingNotification'],
      verifiedOn: today,
      searchedOn: today,
    }),
    '実施主体の担当者が書類を確かめ、番号を付けた',
  )
  const { shortNumber } = done(await seller.ask.post('/v1/contracts/attest', paper))
  say(`その番号で、契約 ${shortNumber} を記録した。`)
}

/** A proof is brought, looked into, accepted by a person, and saved again. */
const aFileIsBrought = async ({ staff }: Cast, { ask, resellerId }: Reseller, teller: Teller) => {
  const { done, must } = teller
  const bytes = Buffer.from('氏名,日付\r\n受講 花子,2026-09-01\r\n')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const what = { of: resellerId, purpose: 'trainingProof', name: '受講者名簿.csv', kind: 'csv' }
  const { fileId, upload } = done(await ask.post('/v1/files', { ...what, bytes: bytes.length, sha256 }))
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: bytes })
  done(await ask.post(`/v1/files/${fileId}/finish`), '再販協力会社が、受講者名簿を送った。中身は調べられた')
  done(await staff.post(`/v1/files/${fileId}/accept`), '実施主体の担当者が、教育の証明として受け入れた')
  const { url } = done(await ask.get(`/v1/files/${fileId}/download`))
  const saved = Buffer.from(await (await fetch(url)).arrayBuffer())
  must(saved.equals(bytes), '保存すると、送ったとおりの名簿である')
}

/** 12. People: who they are, what they wrote, what they are told. */
export const people = async (cast: Cast, services: Services, resellers: Resellers, teller: Teller): Promise<void> => {
  const { chapter, say, figures } = teller
  chapter('12. 人: 辞める人、申し出る人、交代する人、電話の人、届く手紙')
  const [seller, other] = [resellers['R1'] as Reseller, resellers['R3'] as Reseller]
  const net = services['NET'] ?? ''
  await aClerkLeaves(cast, seller, net, teller)
  await anSmeDisputes(cast, seller, net, teller)
  await anAdminIsReplaced(cast, other, teller)
  await withoutAMobile(cast, seller, net, teller)
  await aProprietorHasAnId(cast, seller, net, teller)
  await aFileIsBrought(cast, seller, teller)

  let letters = 0
  for (const [who, mail] of Object.entries(readers(cast))) {
    const tray = await mailFor(cast.url, mail)
    letters += tray.length
    say(`— ${who}に届いたもの`)
    const counts = new Map<string, number>()
    for (const { subject } of tray) {
      const kind = subject.replace(/】.*/, '】')
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    for (const [subject, count] of counts) say(`    ${subject}${count > 1 ? ` ×${count}` : ''}`)
    teller.must(tray.length > 0, `${who}は、知らせを受けている`)
  }
  figures['中の人に届いた手紙'] = letters
}
