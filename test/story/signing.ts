import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { createHash } from 'node:crypto'
import { type Cast, corporateNumber } from './cast.ts'
import { askWith, mailFor, until, type Ask } from './client.ts'
import type { Reseller, Resellers } from './resellers.ts'
import type { Services } from './services.ts'
import type { Teller } from './teller.ts'

/** Who speaks for the SMEs of the story. */
export const speaker = { name: '髙橋 花子', title: '代表取締役' }

/** A draft for an invented SME that signs by link. */
export const draftFor = (run: string, n: number, serviceId: string, more: object = {}) => ({
  sme: {
    corporateNumber: corporateNumber(`9${run.padStart(8, '0')}${String(n).padStart(3, '0')}`),
    name: '株式会社髙橋𠮷兵衛商店',
    prefecture: '東京都',
    employees: 12,
    industry: '卸売業,小売業',
    noticeContact: { mail: `it.${n}.${run}@sme.example.jp`, phone: '03-0000-1000' },
    signatory: {
      name: '髙橋 花子',
      title: '代表取締役',
      mail: `boss.${n}.${run}@sme.example.jp`,
      phone: `090-0000-${String(n).padStart(4, '0')}`,
    },
  },
  terms: {
    serviceId,
    initialFeeParts: [
      { what: '機器代', exTaxYen: 200_000 },
      { what: '設置作業', exTaxYen: 80_000 },
    ],
    monthlyFeeExTaxYen: 9_800,
    terminals: 0,
    startOn: '2026-10-15',
    termMonths: 36,
    ...more,
  },
})

const everything = disclosureItemCodes

export const explanation = (on: string) => ({ method: 'oral', on, by: { name: '営業 次郎' }, items: everything })

/** SHA-256 of canonical JSON, written anew here: objects by sorted key, nothing else between. */
const sha256OfCanonical = (value: unknown): string => {
  const canonical = (it: unknown): string => {
    if (Array.isArray(it)) return `[${it.map(canonical).join(',')}]`
    if (typeof it !== 'object' || it === null) return JSON.stringify(it)
    const entries = Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
  }
  return createHash('sha256').update(canonical(value)).digest('hex')
}

/** Explains and offers a draft, and gives the link that came by mail. */
export const offered = async (
  url: string,
  reseller: Reseller,
  draft: ReturnType<typeof draftFor>,
  today: string,
  { done }: Teller,
) => {
  const { contractId } = done(await reseller.ask.post('/v1/contracts', draft))
  done(await reseller.ask.post(`/v1/contracts/${contractId}/explain`, explanation(today)))
  done(await reseller.ask.post(`/v1/contracts/${contractId}/offer`, {}))
  const letter = await until(
    async () => (await mailFor(url, draft.sme.signatory.mail)).find(({ subject }) => subject.includes('署名のお願い')),
    'signing link',
  )
  const link = /\/sign\/#(\S+)/.exec(letter.text)?.[1] ?? ''
  return { contractId, link }
}

/** Opens a link with the code that came by SMS, and gives someone who may act on that one contract. */
export const enter = async (url: string, link: string, phone: string, { done }: Teller): Promise<Ask> => {
  const anyone = askWith(url, undefined)
  const before = (await mailFor(url, phone)).length
  done(await anyone.post('/v1/signing/open', { link }))
  const message = await until(async () => (await mailFor(url, phone)).at(before), 'code')
  const code = /コードは (\d{6})/.exec(message.text)?.[1]
  const { token } = done(await anyone.post('/v1/signing/enter', { link, code }))
  return askWith(url, token)
}

/** Signs whatever is shown, as a whole. */
export const signIn = async (sme: Ask, { done }: Teller): Promise<void> => {
  const { sha256 } = done(await sme.get('/v1/signing/document'))
  const consents = { acknowledged: everything, remoteSupportConsent: true, signer: speaker }
  done(await sme.post('/v1/signing/sign', { documentSha256: sha256, ...consents }))
}

/** 3., 4. and 5. One contract from draft to signature, and what cannot be done on the way. */
export const signOne = async (
  cast: Cast,
  services: Services,
  oldServiceId: string,
  resellers: Resellers,
  teller: Teller,
): Promise<string> => {
  const { chapter, say, must, done, refused } = teller
  const { url, run, admin } = cast
  const [r1, r3] = [resellers['R1'] as Reseller, resellers['R3'] as Reseller]
  const { today } = done(await admin.get('/v1'))
  const anyone = askWith(url, undefined)

  chapter('3. 再販協力会社が契約を起案し、開示書面が組み立てられる')
  const draft = draftFor(run, 1, services['NET'] ?? '')
  refused(
    await r1.ask.post(
      '/v1/contracts',
      draftFor(run, 1, services['NET'] ?? '', {
        initialFeeParts: [
          { what: '機器代', exTaxYen: 300_000 },
          { what: '名目を変えた費用', exTaxYen: 200_001 },
        ],
      }),
    ),
    'breaches-standard',
    '第2章1.(7)エ',
    '名目を分けても、合計が上限を1円でも超えれば断られる',
  )
  refused(
    await admin.post(`/v1/resellers/${r1.resellerId}/authorizations`, {
      serviceId: oldServiceId,
      from: '2026-04-01',
      until: null,
    }),
    'breaches-standard',
    '第1章2.(3)',
    '1.1版のサービスは、再販を許諾できない',
  )
  refused(
    await r1.ask.post('/v1/contracts', draftFor(run, 1, oldServiceId)),
    'breaches-standard',
    '第1章2.(3)',
    '1.1版のサービスは、再販協力会社を通じて契約できない',
  )
  const contract = done(await r1.ask.post('/v1/contracts', draft), `${draft.sme.name} の契約を起案した`)
  const { contractId } = contract
  const { sha256, disclosure } = done(await r1.ask.get(`/v1/contracts/${contractId}/disclosure`))
  must(
    sha256 === sha256OfCanonical(disclosure),
    `開示書面のハッシュは、別に計算した値と一致する（${sha256.slice(0, 16)}…）`,
  )
  for (const { label, lines } of disclosure.items) say(`    ${label}: ${lines.join(' / ')}`)
  const page = await r1.ask.get(`/v1/contracts/${contractId}/disclosure.html`)
  must(page.text.includes(draft.sme.name) && page.text.includes(sha256), '読めるページにもなる')

  chapter('4. 説明し、ユーザーが署名する')
  refused(
    await r1.ask.post(`/v1/contracts/${contractId}/offer`, {}),
    'breaches-standard',
    '第2章1.(7)',
    '説明の記録がなければ、署名用リンクは送れない',
  )
  done(await r1.ask.post(`/v1/contracts/${contractId}/explain`, explanation(today)), '口頭での説明を記録した')
  done(await r1.ask.post(`/v1/contracts/${contractId}/offer`, {}), '署名用リンクを送った')
  const letter = await until(async () => (await mailFor(url, draft.sme.signatory.mail))[0], 'signing link')
  say(`メール「${letter.subject}」が届いた。`)
  const link = /\/sign\/#(\S+)/.exec(letter.text)?.[1] ?? ''

  const before = (await mailFor(url, draft.sme.signatory.phone)).length
  const open = done(await anyone.post('/v1/signing/open', { link }))
  say(`リンクを開くと、確認コードが ${open.codeSentTo} へ送られた。`)
  const message = await until(async () => (await mailFor(url, draft.sme.signatory.phone)).at(before), 'code')
  const code = /コードは (\d{6})/.exec(message.text)?.[1] ?? ''
  const wrong = code === '000000' ? '000001' : '000000'
  refused(
    await anyone.post('/v1/signing/enter', { link, code: wrong }),
    'code-not-right',
    undefined,
    '違うコードでは入れない',
  )
  const { token } = done(await anyone.post('/v1/signing/enter', { link, code }), 'SMS のコードで入った')
  const sme = askWith(url, token)
  const shown = done(await sme.get('/v1/signing/document'))
  must(shown.sha256 === sha256, '見せられた書面は、起案された書面と同じ')

  const sign = (more: object = {}) => ({
    documentSha256: shown.sha256,
    acknowledged: everything,
    remoteSupportConsent: true,
    signer: speaker,
    ...more,
  })
  refused(
    await sme.post('/v1/signing/sign', sign({ acknowledged: everything.filter((item) => item !== 'dataStorage') })),
    'breaches-standard',
    '第2章1.(6)',
    '一つでも確認していない項目があれば、署名できない',
  )
  refused(
    await sme.post('/v1/signing/sign', sign({ documentSha256: '0'.repeat(64) })),
    'document-changed',
    undefined,
    '別の書面には署名できない',
  )
  const signed = done(
    await sme.post('/v1/signing/sign', sign(), { key: 'sign-once' }),
    '13項目を確認し、リモート支援に同意して、署名した',
  )
  must(signed.stage === 'live', '契約は成立した')
  const again = await sme.post('/v1/signing/sign', sign(), { key: 'sign-once' })
  must(
    again.status === 200 && again.headers.get('idempotency-replayed') === 'true',
    '同じ署名をもう一度送っても、最初の答えが返るだけ',
    again.body,
  )
  refused(await anyone.post('/v1/signing/open', { link }), 'link-not-usable', undefined, '使ったリンクは、もう開かない')
  const read = done(await r1.ask.get(`/v1/contracts/${contractId}`))
  must(read.responsibility.now === r1.resellerId, 'いま責任を負うのは、この再販協力会社', read.responsibility)

  chapter('5. 同じ中小企業・同じサービスの二つ目の契約はできない')
  const second = await r3.ask.post('/v1/contracts', draft)
  refused(second, 'breaches-standard', '第2章1.(6)', '別の再販協力会社（R3）から起案しても断られる')
  must(
    !second.text.includes(r1.resellerId) && !second.text.includes(r1.name) && !second.text.includes(contractId),
    'どこの契約かは明かされない',
  )
  return contractId
}
