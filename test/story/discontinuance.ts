import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import type { Cast } from './cast.ts'
import { mailFor, until } from './client.ts'
import type { Reseller } from './resellers.ts'
import type { Services } from './services.ts'
import { draftFor, enter, offered } from './signing.ts'
import { paperFor } from './papers.ts'
import type { Teller } from './teller.ts'

type Progress = {
  takeovers: { opened: number; told: number; settled: number }
  reached: boolean
  list: any
  missing: any[]
  late: number
  stage: string
}

/** Before it is needed: the takeover as a drill, on the live book. */
const rehearse = async (
  { staff }: Cast,
  leaver: Reseller,
  live: number,
  { say, must, done }: Teller,
): Promise<void> => {
  const of = `/v1/resellers/${leaver.resellerId}`
  done(await staff.post(`${of}/drill`), '備えを確かめるため、引継ぎの予行演習をした')
  const { score, drill, raises } = await until(async () => {
    const readiness = done(await staff.get(`${of}/readiness`))
    return readiness.drill ? readiness : undefined
  }, 'a drill')
  must(
    drill.contracts === live && drill.voided === 2,
    `引き継ぐ契約 ${drill.contracts}件、無効になる起案・署名待ち ${drill.voided}件、途切れる契約 ${drill.wouldGap}件と分かった`,
    drill,
  )
  say(`備えの点数 ${score}点。まず要ること: ${raises[0]?.what.ja}`)
}

/** 7. A reseller cannot continue. */
export const discontinue = async (
  cast: Cast,
  services: Services,
  leaver: Reseller,
  live: number,
  teller: Teller,
): Promise<string> => {
  const { chapter, say, must, done, refused, figures } = teller
  const { url, run, admin, staff } = cast
  const { today } = done(await admin.get('/v1'))
  chapter(`7. ${leaver.name}（${leaver.code}）が提供を続けられなくなる`)

  const net = services['NET'] ?? ''
  done(await leaver.ask.post('/v1/contracts', draftFor(run, 20, net)), `その直前、${leaver.code} は一件を起案し`)
  const half = draftFor(run, 21, net)
  const { link } = await offered(url, leaver, half, today, teller)
  const signer = await enter(url, link, half.sme.signatory.phone, teller)
  const { sha256 } = done(await signer.get('/v1/signing/document'))
  say('✓ もう一件では、ユーザーがリンクを開いて書面を読んでいる')

  await rehearse(cast, leaver, live, teller)

  const proposal = {
    resellerId: leaver.resellerId,
    ground: 'bankruptcy',
    occurredOn: today,
    statement: '破産手続開始の申立てがあったとの連絡を受けた。',
  }
  const rehearsal = await staff.post('/v1/discontinuances?dryRun=true', proposal)
  const { affects } = done(rehearsal)
  say(
    `予行: 有効な契約 ${affects.live}件、中小企業 ${affects.smes}社、端末 ${affects.terminals}台、起案中 ${affects.drafted}件、署名待ち ${affects.offered}件`,
  )
  must(affects.live === live && affects.drafted === 1 && affects.offered === 1, '件数は、取り込んだ台帳と合う', affects)
  must((await staff.get('/v1/discontinuances')).body.items.length === 0, '予行では、何も書かれない')

  const { discontinuanceId } = done(await staff.post('/v1/discontinuances', proposal), '担当者（青木）が提案した')
  refused(
    await staff.post(`/v1/discontinuances/${discontinuanceId}/approve`),
    'second-person-needed',
    undefined,
    '提案した人は、承認できない',
  )
  const approved = done(
    await admin.post(`/v1/discontinuances/${discontinuanceId}/approve`),
    '管理者（結城）が承認した — この時から実施主体が責任を負う',
  )
  say(`承認の時刻: ${approved.since}`)

  const [sample] = (await staff.get(`/v1/contracts?resellerId=${leaver.resellerId}&stage=live&limit=5`)).body.items
  const { responsibility } = done(await staff.get(`/v1/contracts/${sample.contractId}`))
  must(
    responsibility.now === cast.entityId && responsibility.intervals.at(-1).from === approved.since,
    'どの契約を読んでも、承認の時刻から実施主体が責任を負っている',
    responsibility,
  )

  refused(
    await signer.post('/v1/signing/sign', {
      documentSha256: sha256,
      remoteSupportConsent: false,
      signer: { name: '髙橋 花子', title: '代表取締役' },
      acknowledged: disclosureItemCodes,
    }),
    'breaches-standard',
    '第2章1.(10)',
    '読みかけの書面にも、もう署名はできない',
  )
  refused(
    await leaver.ask.post('/v1/contracts', draftFor(run, 22, net)),
    'breaches-standard',
    '第2章1.(10)',
    `${leaver.code} を通じた新しい契約はできない`,
  )

  const progress = await until(async () => {
    const now: Progress = done(await staff.get(`/v1/discontinuances/${discontinuanceId}`))
    return now.reached && now.takeovers.opened === 0 ? now : undefined
  }, 'takeovers')
  must(
    progress.list.contracts === live && progress.list.voided === 2,
    `対象の一覧を確定した: ${progress.list.contracts}件（ハッシュ ${progress.list.sha256.slice(0, 16)}…）、起案・署名待ち ${progress.list.voided}件は無効`,
    progress,
  )
  must(
    progress.takeovers.told === live,
    `${progress.takeovers.told}件すべてのユーザーに、メールで知らせた`,
    progress.takeovers,
  )
  const line = done(await staff.get(`/v1/discontinuances/${discontinuanceId}/takeovers?limit=1`)).items[0]
  const { disclosure } = done(await staff.get(`/v1/contracts/${line.contractId}/disclosure`))
  const notice = (await mailFor(url, disclosure.sme.noticeContact.mail)).find(({ subject }) =>
    subject.startsWith('【重要】'),
  )
  say(`届いたメール: ${notice?.subject}`)
  for (const text of (notice?.text ?? '').split('\n').slice(2, 9)) say(`    ${text}`)

  const late = paperFor(
    { run, name: '有限会社あとから見つかった工務店', number: '8' },
    { serviceId: net, signedOn: '2026-09-01', resellerId: leaver.resellerId },
  )
  refused(
    await leaver.ask.post('/v1/contracts/attest', late),
    'breaches-standard',
    '第2章1.(10)',
    `あとから紙の契約が見つかった。${leaver.code} はもう記録できないが`,
  )
  const found = done(await staff.post('/v1/contracts/attest', late), '実施主体が記録すると、その場で引継ぎに入る')
  must(
    found.takeover?.late === true && found.responsibility.now === cast.entityId,
    '見つかった契約も、承認の時刻から実施主体が責任を負う',
    found.takeover,
  )

  refused(
    await admin.post(`/v1/discontinuances/${discontinuanceId}/close`),
    'incomplete',
    undefined,
    '行き先が決まるまで、案件は閉じられない',
  )
  figures['引継ぎ'] = live + 1
  return discontinuanceId
}
