import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { askAs, askWith, mailFor, until } from '../story/client.ts'
import { draftFor, enter, explanation, offered } from '../story/signing.ts'
import { newTeller } from '../story/teller.ts'
import type { Known } from './frozen.ts'

const teller = newTeller(() => undefined)
const { done } = teller
const signer = { name: '髙橋 花子', title: '代表取締役' }

const people = async (url: string, { run }: Known) => ({
  admin: await askAs(url, `admin.${run}@example.jp`),
  staff: await askAs(url, `staff.${run}@example.jp`),
  seller: await askAs(url, `sales.r1.${run}@example.jp`),
})

/** An SME signs: by the link it was sent then, where it still can. Gives the contract once it is sealed. */
export const letSign = async (url: string, known: Known): Promise<string> => {
  const { admin, seller } = await people(url, known)
  const { today } = done(await admin.get('/v1'))
  const draft = draftFor(known.run, known.link ? 41 : 44, known.net)
  const { contractId, link } = known.link
    ? { contractId: known.offered, link: known.link }
    : await offered(url, { code: 'R1', name: '', resellerId: known.resellers.R1, ask: seller }, draft, today, teller)
  const signing = await enter(url, link, draft.sme.signatory.phone, teller)
  const { sha256 } = done(await signing.get('/v1/signing/document'))
  const consents = { acknowledged: disclosureItemCodes, remoteSupportConsent: true, signer }
  done(await signing.post('/v1/signing/sign', { documentSha256: sha256, ...consents }))
  await sealed(url, known, contractId)
  return contractId
}

/** Waits until what was signed last is sealed. */
const sealed = async (url: string, known: Known, contractId: string, count = 1): Promise<void> => {
  const { admin } = await people(url, known)
  await until(async () => {
    const { sealings } = done(await admin.get(`/v1/contracts/${contractId}/archive`))
    return sealings.length >= count ? true : undefined
  }, 'sealed')
}

/** The evidence package of a contract, to the byte. */
export const packageOf = async (url: string, { run }: Known, contractId: string): Promise<Buffer> => {
  const { body } = await askWith(url, undefined).post('/local/tokens', { mail: `admin.${run}@example.jp` })
  const headers = { authorization: `Bearer ${body.token}` }
  const reply = await fetch(`${url}/v1/contracts/${contractId}/evidence-package`, { headers })
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
  return Buffer.from(await reply.arrayBuffer())
}

/** The contract that was signed by link there is amended: explained, offered, signed by its SME, and sealed. */
export const amendSigned = async (url: string, known: Known): Promise<string> => {
  const { admin, seller } = await people(url, known)
  const { today } = done(await admin.get('/v1'))
  const draft = draftFor(known.run, 1, known.net)
  const { items } = done(await admin.get(`/v1/contracts?corporateNumber=${draft.sme.corporateNumber}`))
  const { contractId } = items[0]
  const path = `/v1/contracts/${contractId}`
  const { sealings } = done(await admin.get(`${path}/archive`))
  const terms = { ...draft.terms, monthlyFeeExTaxYen: 9_900, terminals: 3 }
  const amendment = { kind: 'amendment', version: 'asSigned', reason: '端末が増えたため', askedBy: '髙橋 花子' }
  done(await seller.post(`${path}/amendments`, { ...draft, ...amendment, terms }))
  done(await seller.post(`${path}/amendments/explain`, explanation(today)))
  done(await seller.post(`${path}/amendments/offer`, {}))
  const { mail, phone } = draft.sme.signatory
  const link = await until(async () => {
    const letter = (await mailFor(url, mail)).findLast(({ subject }) => subject.includes('変更内容のご確認'))
    return /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1]
  }, 'link to an amendment')
  const signing = await enter(url, link, phone, teller)
  const { sha256 } = done(await signing.get('/v1/signing/document'))
  const given = { documentSha256: sha256, acknowledged: disclosureItemCodes, signer }
  done(await signing.post('/v1/signing/sign-amendment', given))
  const { document, terms: now } = done(await seller.get(path))
  if (document.revision !== 2 || now.terminals !== 3) throw new Error('the amendment is not in force')
  await sealed(url, known, contractId, sealings.length + 1)
  return contractId
}

/** A second person approves what one proposed there; gives how many takeovers were settled. */
export const takeOver = async (url: string, known: Known): Promise<number> => {
  const { admin, staff } = await people(url, known)
  const path = `/v1/discontinuances/${known.proposedCase}`
  done(await admin.post(`${path}/approve`))
  await until(async () => {
    const { reached, takeovers } = done(await staff.get(path))
    return reached && takeovers.opened === 0 ? true : undefined
  }, 'takeovers')
  const { items } = done(await staff.get(`${path}/takeovers?limit=200`))
  const settlement = { settlement: 'servedByImplementingEntity' }
  for (const { contractId } of items) done(await staff.post(`${path}/takeovers/${contractId}/settle`, settlement))
  return items.length
}

/** Every contract is listed anew: what it is found by may be written otherwise than it was. */
export const relist = async (url: string, known: Known): Promise<void> => {
  const { admin } = await people(url, known)
  const { operationId } = done(await admin.post('/v1/contracts/relist'))
  await until(async () => {
    const { stage } = done(await admin.get(`/v1/operations/${operationId}`))
    return stage === 'finished' ? true : undefined
  }, 'relisted')
}
