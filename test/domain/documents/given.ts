import {
  compileDisclosure,
  type Disclosure,
  type DisclosureSource,
} from '../../../shared/domain/contract/disclosure.ts'
import type { Serving } from '../../../shared/domain/documents/serving-sheet.ts'
import type { SignatureOnRecord } from '../../../shared/domain/documents/signing-certificate.ts'
import { instant, plainDate } from '../../../shared/domain/plain-date.ts'
import { sampleFacts, sme, source } from '../contract/given-disclosure.ts'
import { after, minutes, sha256, start } from '../given.ts'

export const signatory = {
  name: '髙橋 花子',
  title: '代表取締役',
  mail: 'boss@sme.example.jp',
  phone: '090-0000-0001',
}
export const givenDisclosure = (changed: Partial<DisclosureSource> = {}): Disclosure =>
  compileDisclosure(source(sampleFacts('NET'), { sme: { ...sme, signatory }, ...changed }))

export const signature: SignatureOnRecord = {
  documentSha256: sha256('d'),
  signer: { name: signatory.name, title: signatory.title },
  acknowledged: ['devices', 'insurance'],
  remoteSupportConsent: true,
  mail: signatory.mail,
  phone: signatory.phone,
  offeredAt: start,
  codeAcceptedAt: instant('2026-10-02T01:05:00.000Z'),
  signedAt: instant('2026-10-02T01:12:09.000Z'),
  event: { seq: 7, hash: sha256('7') },
  page: 'https://musubi.example.jp/v1/serving/ctr_1.x/page.html',
}

const since = after(minutes(60))
const [seller, entity] = ['架空販売株式会社', '架空セキュリティ株式会社']

/** A contract that goes on at its seller, and one whose seller has stopped. */
/** Where "who serves me now" leads its SME on to. */
export const ownPage = '/own'

export const goingOn: Serving = {
  disclosure: givenDisclosure(),
  answering: [{ name: seller, from: start, until: null }],
  counterparty: seller,
  takenOver: null,
  coverage: null,
  endedOn: null,
  papers: null,
  asOf: after(minutes(120)),
}
export const takenOver: Serving = {
  ...goingOn,
  answering: [
    { name: seller, from: start, until: since },
    { name: entity, from: since, until: null },
  ],
  takenOver: { since, knownOn: plainDate('2026-09-28') },
  coverage: { stage: 'atRisk', lost: [] },
}
