import type { Cast } from './cast.ts'
import { confirmCoverage } from './covering.ts'
import { until } from './client.ts'
import type { Reseller, Resellers } from './resellers.ts'
import type { Teller } from './teller.ts'

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
  await confirmCoverage(cast, discontinuanceId, teller)
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
    `審査登録機関が読んだ報告: ${content.reseller.name}、理由は${content.groundInWords}、契約 ${content.contracts}件、責任の始まり ${content.responsibleSince}`,
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
  const thisCase = `/v1/discontinuances/${discontinuanceId}`
  const missing = (await admin.post(`${thisCase}/close`)).body.missing as readonly { readonly code: string }[]
  must(
    missing.map(({ code }) => code).join() === 'notifyChange,continueInsurance',
    '残るのは、人が果たしたと言うほかない二つの義務',
    missing,
  )
  const evidence = { on: today, what: '保険会社に継続を確認した。', reference: '架空保険 第12号', documentSha256: null }
  done(
    await staff.post(`${thisCase}/obligations/continueInsurance/fulfil`, evidence),
    '保険の継続を、証拠とともに記録した',
  )
  const reason = { reason: '届出の要る変更には当たらないと判断した。' }
  done(await admin.post(`${thisCase}/obligations/notifyChange/waive`, reason), '変更届は、管理者が理由を付けて免じた')
  const closed = done(await admin.post(`${thisCase}/close`))
  must(closed.stage === 'closed', '足りないものがなくなり、案件を閉じた')
  figures['落着した引継ぎ'] = waiting.length
}
