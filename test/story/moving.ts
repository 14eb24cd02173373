import { formReading } from '../support/form-reading.ts'
import { factsOf, sampleServices } from '../support/sample-books.ts'
import type { Cast } from './cast.ts'
import { until } from './client.ts'
import { paperFor } from './papers.ts'
import type { Teller } from './teller.ts'

const since = '2026-04-01'

/** 10. A service of 1.1 sees what it lacks for 1.2, and puts it right until nothing is open. */
export const moveToNewEdition = async (cast: Cast, serviceId: string, teller: Teller): Promise<void> => {
  const { chapter, say, must, done, figures } = teller
  const { admin, run } = cast
  const direct = () =>
    paperFor({ run, name: '合同会社ひとつめの設計', number: '7' }, { serviceId, signedOn: '2026-09-01' })
  chapter('10. 1.1版のサービスを、1.2版へ移す')
  const gapOf = async () => done(await admin.get(`/v1/services/${serviceId}/gap`))
  const { contractId } = done(
    await admin.post('/v1/contracts/attest', direct()),
    '1.1版のサービスで、実施主体が直接結んだ契約を1件記録した',
  )

  const first = await gapOf()
  const tell = ({ counts, contracts }: typeof first, when: string) =>
    say(
      `${when}: これから ${counts.open}件、済み ${counts.done}件、今後その都度 ${counts.fromNowOn}件（古い版の契約 ${contracts.underOlder}件）`,
    )
  tell(first, '始め')
  for (const { newer, older, says, missing, contractsTouched, state } of first.items) {
    if (state !== 'open' || missing.length === 0) continue
    say(`  ${newer.clause} ${says.ja}`)
    say(`      これまで: ${older.map((one: { gist: { ja: string } }) => one.gist.ja).join(' ') || '定めなし'}`)
    for (const { why } of missing) say(`      足りないもの: ${why.ja}`)
    if (contractsTouched > 0) say(`      関わる契約: ${contractsTouched}件`)
  }

  const [conforming] = sampleServices.conforming
  const { version } = done(
    await admin.post(`/v1/services/${serviceId}/versions`, { edition: '1.2', facts: factsOf(conforming) }),
    '1.2版を名指す次の版を起こした',
  )
  const change = { kind: 'requirement', summary: '監視装置と所在国の記載を加え、1.2版へ移る。' }
  const publishing = { offeredFrom: since, change }
  done(
    await admin.post(`/v1/services/${serviceId}/versions/2/publish`, publishing, { ifMatch: `"${version}"` }),
    '変更の種別を「要件に関する事項」として公開した',
  )
  tell(await gapOf(), '公開の後')

  for (const [clause, topic, what] of [
    ['第2章1.(10)', 'staffing', '要員の配置を示す資料'],
    ['第2章1.(10)', 'quality', '品質管理の規程'],
    ['第2章1.(10)', 'finances', '直近の決算書'],
    ['第2章1.(10)', 'accounting', '経理の体制を示す資料'],
    ['第2章1.(11)', 'entityPledge', '代表者の誓約書'],
    ['第2章1.(11)', 'lawAndStandard', '法令と基準の自己点検'],
    ['第2章3.(2)', 'changeNotified', '第2版への変更の届出の控え'],
    ['第2章3.(3)', 'corrections', '是正の指示がないことの確認'],
  ] as const) {
    const evidence = { clause, topic, what, on: '2026-09-30', validUntil: null, reference: null, documentSha256: null }
    done(await admin.post(`/v1/services/${serviceId}/evidence`, evidence), `${clause} の証拠を記録した: ${what}`)
  }
  const third = await gapOf()
  tell(third, '証拠の後')
  const wish = { on: '2026-10-01', reason: '1.2版で結び直す', askedBy: '代表者', how: 'phone' }
  const { leaving } = done(await admin.post(`/v1/contracts/${contractId}/request-cancellation`, wish))
  done(await admin.post(`/v1/contracts/${contractId}/cancel`, { penaltyExTaxYen: leaving.penaltyExTaxYen }))
  const { contractId: renewed } = done(await admin.post('/v1/contracts/attest', direct()), '契約を1.2版で結び直した')
  tell(await gapOf(), '結び直した後')
  // What the paper states is kept only once somebody has read the form of it.
  const reading = formReading('2026-09-30', { contractIds: [renewed] })
  const { operationId } = done(
    await admin.post('/v1/form-readings', reading),
    '結び直した契約の様式を読み、開示事項の記載を確かめて記録した',
  )
  await until(
    async () => done(await admin.get(`/v1/operations/${operationId}`)).stage === 'finished' || undefined,
    'form reading',
  )
  const last = await gapOf()
  tell(last, '終わり')
  must(
    first.counts.open > third.counts.open && third.counts.open > last.counts.open && last.counts.open === 0,
    '直すたびに減り、これからのものがなくなった',
    last.counts,
  )

  const { counts } = done(await admin.get(`/v1/contracts/${renewed}/conformity`))
  must(
    counts.breached === 0 && counts.evidenceMissing === 0 && counts.kept > 10,
    `結び直した契約の点検: 守られている ${counts.kept}条、反している ${counts.breached}条、判定しない ${counts.notJudged}条`,
    counts,
  )
  figures['移行で直したもの'] = first.counts.open
}
