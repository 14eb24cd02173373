import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RouteName } from '../../shared/api/routes/index.ts'
import type { Cost, Costs } from '../../functions/application/cost.ts'
import { countedIds } from '../support/counted-ids.ts'
import { figure } from '../support/figures.ts'
import { newHouse, type Ask, type House, type Reply } from '../support/house.ts'
import { meterOn } from '../support/meter.ts'
import { draft, explanation, good, paper, partiesIn, since } from '../support/parties.ts'
import { enter, offer, readyToSign, signature, speaker } from '../support/signing.ts'
import { factsOf, sampleBook, sampleServices } from '../support/sample-books.ts'
import { lines } from '../support/scene.ts'
import { measureArchive } from './measuring-archive.ts'
import * as more from './measuring.ts'
import { measureConsole } from './measuring-console.ts'
import { measureCodeLetter, measureCourse } from './measuring-course.ts'
import { measureMembers } from './measuring-members.ts'
import { measureReadiness } from './measuring-readiness.ts'
import { measureTakeovers } from './measuring-takeovers.ts'

/** What every use case says of its own cost, beside itself. */
const declared = async (): Promise<Costs> => {
  const files = readdirSync('functions/usecases', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const modules = await Promise.all(
    files.map(
      (file) =>
        import(/* @vite-ignore */ pathToFileURL(`functions/usecases/${file}`).href) as Promise<{ costs?: Costs }>,
    ),
  )
  return Object.assign({}, ...modules.map(({ costs }) => costs ?? {})) as Costs
}

describe('the cost of a thing is known', () => {
  const measured: Partial<Record<RouteName, Cost>> = {}
  let house: House
  beforeAll(async () => {
    // A row at the edge of a unit must not weigh one more because of an id that packs less well.
    house = await newHouse({ ids: countedIds() })
    const meter = meterOn(house.table)
    const as = async (name: RouteName, ask: () => Promise<Reply>): Promise<any> => {
      meter.reset()
      const reply = await ask()
      if (reply.status >= 300) throw new Error(`${name}: ${reply.status} ${reply.text}`)
      measured[name] = meter.read()
      return reply.body
    }
    const facts = factsOf(sampleServices.conforming[0])
    const person = (n: number) => ({ mail: `person${n}@example.jp`, name: '新人 一郎' })
    const parties = await partiesIn(house)
    const { operator, admin, staff, registrationBodyId, body, ipa } = parties
    const today = house.clock.today()
    await as('about', () => operator.get('/v1'))
    await as('readOpenapi', () => operator.get('/v1/openapi.json'))
    await as('readMe', () => operator.get('/v1/me'))
    await as('registerImplementingEntity', () =>
      operator.post('/v1/implementing-entities', {
        name: '架空第二株式会社',
        corporateNumber: '4011001098993',
        admin: person(1),
      }),
    )
    const secondBody = { name: '架空機関', officer: person(2) }
    await as('registerRegistrationBody', () => operator.post('/v1/registration-bodies', secondBody))
    await as('listRegistrationBodies', () => admin.get('/v1/registration-bodies'))
    await as('nameMember', () => admin.post('/v1/members', { ...person(3), role: 'entityStaff' }))
    await measureMembers(house, parties, as, () => partiesIn(house))
    const { serviceId } = await as('registerService', () => admin.post('/v1/services', { code: 'NET', facts }))
    await as('draftServiceVersion', () => admin.post(`/v1/services/${serviceId}/versions`, { facts }))
    await as('publishServiceVersion', () =>
      admin.post(`/v1/services/${serviceId}/versions/1/publish`, { offeredFrom: since }, { ifMatch: '"2"' }),
    )
    await as('recordRegistration', () =>
      admin.post(`/v1/services/${serviceId}/registration`, {
        registrationBodyId,
        number: '架空-1',
        from: since,
        until: null,
      }),
    )
    await as('listServices', () => admin.get('/v1/services'))
    await as('getService', () => admin.get(`/v1/services/${serviceId}`))
    await as('getServiceVersion', () => admin.get(`/v1/services/${serviceId}/versions/1`))

    const { resellerId } = await as('inviteReseller', () =>
      admin.post('/v1/resellers', { code: 'R0', name: '架空販売株式会社', prefecture: '東京都', admin: person(4) }),
    )
    const invited = house.as({ role: 'resellerAdmin', sub: 'invited', entityId: parties.entityId, resellerId })
    await as('supplyRequirement', () =>
      invited.post(`/v1/resellers/${resellerId}/requirements`, { code: 'representative', name: '代表', title: '社長' }),
    )
    await more.measureReseller(as, admin, invited, resellerId)
    const r1 = await parties.reseller('R1', [serviceId])
    const r2 = await parties.reseller('R2', [serviceId])
    await as('listResellers', () => admin.get('/v1/resellers'))
    await as('authorizeResale', () =>
      admin.post(`/v1/resellers/${r1.resellerId}/authorizations`, { serviceId, from: '2028-04-01', until: null }),
    )
    await as('endAuthorization', () =>
      admin.post(`/v1/resellers/${r1.resellerId}/authorizations/${serviceId}/end`, { lastDay: '2030-03-31' }),
    )

    await more.measureRestriction(as, admin, r2.resellerId)
    await more.measureConcerns(as, r1.ask, staff)

    const { contractId } = await as('draftContract', () => r1.ask.post('/v1/contracts', draft(serviceId)))
    const given = draft(serviceId)
    await as('reviseContract', () => r1.ask.post(`/v1/contracts/${contractId}/revise`, given, { ifMatch: '"1"' }))
    await as('explainContract', () => r1.ask.post(`/v1/contracts/${contractId}/explain`, explanation(today)))
    await as('offerContract', () => r1.ask.post(`/v1/contracts/${contractId}/offer`, {}))
    await as('withdrawContract', () => r1.ask.post(`/v1/contracts/${contractId}/withdraw`))
    const signing = draft(serviceId)
    const { link, contractId: toSign } = await offer(house, r1.ask, signing)
    const anyone = house.withToken(undefined)
    await as('openSigningLink', () => anyone.post('/v1/signing/open', { link }))
    await house.settle()
    const code = /コードは (\d{6})/.exec(house.letters.at(-1)?.text ?? '')?.[1]
    const { token } = await as('enterSigningCode', () => anyone.post('/v1/signing/enter', { link, code }))
    const signer = house.withToken(token)
    const { sha256 } = await as('readSigningDocument', () => signer.get('/v1/signing/document'))
    await as('readSigningPage', () => signer.get('/v1/signing/document.html'))
    await as('printSigningDocument', () => signer.get('/v1/signing/document.pdf'))
    await as('signContract', () => signer.post('/v1/signing/sign', signature(sha256)))
    await as('getContract', () => r1.ask.get(`/v1/contracts/${toSign}`))
    await as('getDisclosure', () => r1.ask.get(`/v1/contracts/${toSign}/disclosure`))
    await as('getDisclosurePage', () => r1.ask.get(`/v1/contracts/${toSign}/disclosure.html`))
    await as('getContractLedger', () => admin.get(`/v1/contracts/${toSign}/ledger`))
    await more.measurePrints(as, r1.ask, toSign)
    const declining = await readyToSign(house, r1.ask, draft(serviceId))
    await as('declineContract', () => declining.signer.post('/v1/signing/decline'))

    const onPaper = async (ask: Ask) => {
      const attested = paper(serviceId)
      const made = good(await ask.post('/v1/contracts/attest', attested))
      await house.settle()
      const letter = house.letters.findLast(({ to }) => to === attested.sme.noticeContact.mail)
      const confirmer = await enter(
        house,
        /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '',
        attested.sme.noticeContact.phone,
      )
      return { made, confirmer }
    }
    await as('attestContract', () => r1.ask.post('/v1/contracts/attest', paper(serviceId)))
    const confirming = await onPaper(r1.ask)
    await as('confirmAttestation', () =>
      confirming.confirmer.post('/v1/signing/confirm', {
        documentSha256: confirming.made.document.sha256,
        acknowledged: signature('').acknowledged,
        signer: speaker,
      }),
    )
    const disputing = await onPaper(r1.ask)
    await as('disputeAttestation', () =>
      disputing.confirmer.post('/v1/signing/dispute', { what: '台数が違います。', signer: speaker }),
    )
    await more.measureProvision(as, { admin, seller: r1.ask, contractId: toSign, serviceId, today })
    await more.measureStandards(as, { admin, contractId: toSign, serviceId })
    await measureCourse(as, { house, admin, staff: parties.staff, seller: r1.ask, serviceId })
    await more.measureExceptions(as, { admin, staff, seller: r1.ask, serviceId, today })
    await more.measureRedisclosure(as, house, parties)
    await measureConsole(as, { house, admin, seller: r1.ask, ...signing })

    const twoRows = sampleBook.split('\r\n').slice(0, 3).join('\r\n')
    const { operationId } = await as('importContracts', () =>
      staff.post('/v1/contract-imports', {
        format: 'csv',
        content: twoRows,
        attestedBy: { name: '青木', title: '課長' },
      }),
    )
    await as('getOperation', () => staff.get(`/v1/operations/${operationId}`))
    await as('listOperations', () => staff.get('/v1/operations'))
    await house.settle()
    await as('listImportResults', () => staff.get(`/v1/operations/${operationId}/rows`))
    await as('downloadImportResults', () => staff.get(`/v1/operations/${operationId}/rows.csv`))
    const exported = await as('exportHoldings', () => admin.post('/v1/exports'))
    await house.settle()
    await as('getExport', () => admin.get(`/v1/exports/${exported.operationId}`))
    await as('downloadExportPart', () => admin.get(`/v1/exports/${exported.operationId}/parts/1`))
    const recount = await as('recountContracts', () =>
      staff.post('/v1/reports/recounts', { from: since, until: today }),
    )
    await house.settle()
    await as('getRecount', () => staff.get(`/v1/reports/recounts/${recount.operationId}`))

    const mine = good(await r2.ask.post('/v1/contracts/attest', paper(serviceId))).contractId as string
    const other = good(
      await r2.ask.post(
        '/v1/contracts/attest',
        paper(serviceId, { sme: { noticeContact: { mail: null, phone: '03-0000-0000' } } }),
      ),
    ).contractId as string
    const said = { ground: 'staff', occurredOn: today, statement: '担当者がいなくなった。' }
    const proposal = { resellerId: r2.resellerId, ...said }
    const first = await as('proposeDiscontinuance', () => staff.post('/v1/discontinuances', proposal))
    await as('getApprovalWindow', () => staff.get('/v1/implementing-entity/approval-window'))
    await as('setApprovalWindow', () => admin.post('/v1/implementing-entity/approval-window', { hours: 48 }))
    await as('confirmRestriction', () => admin.post(`/v1/discontinuances/${first.discontinuanceId}/restrict`))
    await as('withdrawDiscontinuance', () => staff.post(`/v1/discontinuances/${first.discontinuanceId}/withdraw`))
    const { discontinuanceId } = good(await staff.post('/v1/discontinuances', proposal))
    const path = `/v1/discontinuances/${discontinuanceId}`
    await as('approveDiscontinuance', () => admin.post(`${path}/approve`))
    await house.settle()
    await as('listDiscontinuances', () => staff.get('/v1/discontinuances'))
    const { reports } = await as('getDiscontinuance', () => staff.get(path))
    await as('getFanOut', () => staff.get(`${path}/progress`))
    await measureTakeovers(as, staff, path, { mine, other, to: r1.resellerId })
    await as('tallyTakeovers', () => staff.post(`${path}/tally`))
    const serving = await house.deps.links.servingFor(mine as `ctr_${string}`)
    await as('readServing', () => anyone.get(`/v1/serving/${serving}`))
    await as('readServingPage', () => anyone.get(`/v1/serving/${serving}/page.html`))
    const idTo = (to: string) => reports.find((report: { to: string }) => report.to === to).submissionId as string
    const plan = { plan: '引き受ける', expectedCompletionOn: null, contact: '結城' }
    await as('sendSubmission', () => staff.post(`/v1/submissions/${idTo('ipa')}/send`, plan))
    good(await staff.post(`/v1/submissions/${idTo(registrationBodyId)}/send`, plan))
    await as('listSubmissions', () => ipa.get('/v1/submissions'))
    await as('getSubmission', () => ipa.get(`/v1/submissions/${idTo('ipa')}`))
    await as('acknowledgeSubmission', () =>
      ipa.post(`/v1/submissions/${idTo('ipa')}/acknowledge`, { receiptNumber: '受-1' }),
    )
    await as('returnSubmission', () =>
      body.post(`/v1/submissions/${idTo(registrationBodyId)}/return`, { reason: '足りない' }),
    )
    good(await staff.post(`/v1/submissions/${idTo(registrationBodyId)}/send`, plan))
    good(await body.post(`/v1/submissions/${idTo(registrationBodyId)}/acknowledge`, { receiptNumber: '受-2' }))
    await more.measureObligations(as, { staff, admin, path, today })
    await as('closeDiscontinuance', () => admin.post(`${path}/close`))
    await as('reportContracts', () => staff.get(`/v1/reports/contracts?from=${since}&until=${today}`))
    await as('downloadContractReport', () => staff.get(`/v1/reports/contracts.csv?from=${since}&until=${today}`))
    await measureCodeLetter(as, { house, admin, seller: r1.ask, serviceId })
    await more.approveOne(house, parties.entityId, person(8), as, admin)
    await measureReadiness(as, house, parties, serviceId)
    await measureArchive(as, { house, admin, seller: r1.ask, serviceId })
    await more.measureVerdict(as, { house, admin, serviceId, today: house.clock.today() })
  })

  test('every line has one, written beside its use case, and it is what the engine counts', async () => {
    const said = await declared()
    expect(Object.keys(measured).sort()).toEqual(lines.map(([name]) => name).sort())
    expect(said).toEqual(measured)
    for (const name of ['signContract', 'attestContract', 'getContract', 'approveDiscontinuance'] as const) {
      const { requests, readUnits, writeUnits } = measured[name] as Cost
      figure(`cost of ${name}`, `${requests} requests, ${readUnits} RCU, ${writeUnits} WCU`)
    }
  })
})
