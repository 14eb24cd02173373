import type { Cast } from './cast.ts'
import { corporateNumber } from './cast.ts'
import { mailFor, until } from './client.ts'
import type { Reseller, Resellers } from './resellers.ts'
import type { Services } from './services.ts'
import { draftFor, enter, offered } from './signing.ts'
import type { Teller } from './teller.ts'

const paper = (run: string, reseller: Reseller, serviceId: string, signedOn: string) => ({
  resellerId: reseller.resellerId,
  sme: {
    corporateNumber: corporateNumber(`8${run.padStart(11, '0')}`),
    name: '有限会社あとから見つかった工務店',
    prefecture: '長野県',
    employees: 6,
    industry: '建設業',
    noticeContact: { mail: `late.${run}@sme.example.jp`, phone: '03-0000-2000' },
  },
  terms: {
    serviceId,
    initialFeeParts: [{ what: '初期費用', exTaxYen: 50_000 }],
    monthlyFeeExTaxYen: 9_800,
    terminals: 0,
    startOn: signedOn,
    termMonths: 24,
  },
  signedOn,
  explanation: {
    method: 'written',
    on: signedOn,
    by: { name: '営業 三郎' },
    items: [
      'devices',
      'provisionCountries',
      'dataStorage',
      'insurance',
      'selfPay',
      'initialFee',
      'monthlyFee',
      'term',
      'penalty',
      'rightToCancel',
      'support',
      'noticeContact',
      'helpDesk',
    ],
  },
  remoteSupportConsent: true,
  attestedBy: { name: '青木 誠', title: '契約管理課' },
})

type Progress = {
  takeovers: { opened: number; told: number; settled: number }
  reached: boolean
  list: any
  missing: any[]
  late: number
  stage: string
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
  chapter(`7. ${leaver.name}(${leaver.code})が提供を続けられなくなる`)

  const net = services['NET'] ?? ''
  done(await leaver.ask.post('/v1/contracts', draftFor(run, 20, net)), `その直前、${leaver.code} は一件を起案し`)
  const half = draftFor(run, 21, net)
  const { link } = await offered(url, leaver, half, today, teller)
  const signer = await enter(url, link, half.sme.signatory.phone, teller)
  const { sha256 } = done(await signer.get('/v1/signing/document'))
  say('✓ もう一件では、ユーザーがリンクを開いて書面を読んでいる')

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

  const { discontinuanceId } = done(await staff.post('/v1/discontinuances', proposal), '担当者(青木)が提案した')
  refused(
    await staff.post(`/v1/discontinuances/${discontinuanceId}/approve`),
    'second-person-needed',
    undefined,
    '提案した人は、承認できない',
  )
  const approved = done(
    await admin.post(`/v1/discontinuances/${discontinuanceId}/approve`),
    '管理者(結城)が承認した — この時から実施主体が責任を負う',
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
      acknowledged: paper(run, leaver, net, today).explanation.items,
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
    `対象の一覧を確定した: ${progress.list.contracts}件(ハッシュ ${progress.list.sha256.slice(0, 16)}…)、起案・署名待ち ${progress.list.voided}件は無効`,
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

  const late = paper(run, leaver, net, '2026-09-01')
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
  figures['takeovers'] = live + 1
  return discontinuanceId
}

/** 8. Every takeover is settled, both authorities acknowledge, and only then the case closes. */
export const settleAll = async (
  cast: Cast,
  discontinuanceId: string,
  resellers: Resellers,
  teller: Teller,
): Promise<void> => {
  const { chapter, say, must, done, refused, figures } = teller
  const { admin, staff, body, ipa } = cast
  const { today } = done(await admin.get('/v1'))
  const [r4, r6] = [resellers['R4'] as Reseller, resellers['R6'] as Reseller]
  chapter('8. 一件ずつ行き先を決め、両方の機関へ報告し、案件を閉じる')
  const told = async () => {
    const lines: any[] = []
    for (let cursor = ''; ; ) {
      const page = done(
        await staff.get(`/v1/discontinuances/${discontinuanceId}/takeovers?stage=told&limit=200${cursor}`),
      )
      lines.push(...page.items)
      if (page.nextCursor === null) return lines
      cursor = `&cursor=${page.nextCursor}`
    }
  }
  const waiting = await until(async () => {
    const { takeovers } = done(await staff.get(`/v1/discontinuances/${discontinuanceId}`))
    return takeovers.opened === 0 ? await told() : undefined
  }, 'all told')
  const path = (contractId: string) => `/v1/discontinuances/${discontinuanceId}/takeovers/${contractId}/settle`
  const consent = { givenBy: '代表者', on: today, how: 'phone' }

  const endpoint = waiting.find(({ service }) => service.monitoringType === 'endpoint')
  refused(
    await staff.post(path(endpoint.contractId), { settlement: 'movedToReseller', resellerId: r4.resellerId }),
    'incomplete',
    undefined,
    'ユーザーの同意がなければ、契約の相手方は移せない',
  )
  refused(
    await staff.post(path(endpoint.contractId), { settlement: 'movedToReseller', resellerId: r6.resellerId, consent }),
    'breaches-standard',
    '第1章2.(4)',
    '端末監視型の再販許諾がない R6 へは移せない',
  )

  const tally = { served: 0, entity: 0, reseller: 0, ended: 0 }
  for (const [index, { contractId }] of waiting.entries()) {
    const turn = index % 10
    if (turn === 0) {
      const moved = done(
        await staff.post(path(contractId), { settlement: 'movedToReseller', resellerId: r4.resellerId, consent }),
      )
      if (tally.reseller === 0)
        must(
          moved.counterparty.now === r4.resellerId && moved.responsibility.now === r4.resellerId,
          '同意を得て R4 へ移した契約は、相手方も責任も R4',
          moved,
        )
      tally.reseller += 1
    } else if (turn === 1) {
      done(await staff.post(path(contractId), { settlement: 'movedToImplementingEntity', consent }))
      tally.entity += 1
    } else if (turn === 2) {
      const ended = done(await staff.post(path(contractId), { settlement: 'endedBySme', consent }))
      if (tally.ended === 0)
        must(
          ended.stage === 'ended' && ended.responsibility.now === null,
          '解約を望んだユーザーの契約は、違約金なしで終わった',
          ended,
        )
      tally.ended += 1
    } else {
      const served = done(await staff.post(path(contractId), { settlement: 'servedByImplementingEntity' }))
      if (tally.served === 0)
        must(
          served.responsibility.now === cast.entityId && served.counterparty.now !== cast.entityId,
          '返事のないユーザーには実施主体が続けて提供し、契約の相手方は変えない',
          served,
        )
      tally.served += 1
    }
  }
  say(
    `実施主体が継続 ${tally.served}件、実施主体へ移転 ${tally.entity}件、R4へ移転 ${tally.reseller}件、終了 ${tally.ended}件`,
  )
  const r4Sees = done(await r4.ask.get('/v1/contracts?limit=200'))
  must(r4Sees.items.length > 0, 'R4 は、移ってきた契約を自分の一覧で見られる')

  refused(
    await admin.post(`/v1/discontinuances/${discontinuanceId}/close`),
    'incomplete',
    undefined,
    '報告がまだなので、閉じられない',
  )
  const { reports } = done(await staff.get(`/v1/discontinuances/${discontinuanceId}`))
  const idOf = (to: string) => reports.find((report: { to: string }) => report.to === to).submissionId
  const [toIpa, toBody] = [idOf('ipa'), idOf(cast.registrationBodyId)]
  must((await ipa.get(`/v1/submissions/${toIpa}`)).status === 404, '送る前の報告は、IPA からは見えない')
  const plan = {
    plan: '全契約を実施主体が引き受け、同意を得たものから移転する。',
    expectedCompletionOn: today,
    contact: '結城 03-0000-0000',
  }
  done(await staff.post(`/v1/submissions/${toIpa}/send`, plan), 'IPA へ報告を送った')
  refused(
    await admin.post(`/v1/discontinuances/${discontinuanceId}/close`),
    'incomplete',
    undefined,
    '片方だけでは、閉じられない',
  )
  done(await staff.post(`/v1/submissions/${toBody}/send`, plan), '審査登録機関へ報告を送った')
  const { content } = done(await body.get(`/v1/submissions/${toBody}`))
  say(
    `審査登録機関が読んだ報告: ${content.reseller.name}、理由 ${content.ground}、契約 ${content.contracts}件、責任の始まり ${content.responsibleSince}`,
  )
  done(
    await body.post(`/v1/submissions/${toBody}/return`, { reason: '完了見込みの根拠を加えてください。' }),
    '審査登録機関が差し戻した',
  )
  done(
    await staff.post(`/v1/submissions/${toBody}/send`, { ...plan, plan: `${plan.plan}移転は同意書の到着順に行う。` }),
    '書き足して送り直した',
  )
  done(
    await body.post(`/v1/submissions/${toBody}/acknowledge`, { receiptNumber: '架空-受-1' }),
    '審査登録機関が受領した',
  )
  done(await ipa.post(`/v1/submissions/${toIpa}/acknowledge`, { receiptNumber: '架空-IPA-1' }), 'IPA が受領した')
  const closed = done(await admin.post(`/v1/discontinuances/${discontinuanceId}/close`))
  must(closed.stage === 'closed', '足りないものがなくなり、案件を閉じた')
  figures['settled'] = waiting.length
}
