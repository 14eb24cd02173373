import * as z from 'zod'
import { Day, DisclosureItem, paragraphs, Sha256, SpeakerField, Yen } from '../fields.ts'
import { route } from '../route.ts'
import { DifferencesView, OwnContractView, OwnPapersView } from '../views/lifecycle.ts'
import { ConsentField } from './given.ts'
import { Done } from './signing.ts'

const Pdf = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** The name of a paper as its list gives it. */
const PaperName = z
  .string()
  .max(40)
  .regex(/^(?:(?:contract|certificate)-[0-9]{4,6}|takeover-notice-[0-9]{1,2})\.pdf$/)
  .meta({ description: '控えの一覧にある名前' })

const acting = { method: 'POST', effect: 'changes', status: 200 } as const

/** Routes of an SME behind its own link, once its contract stands: sign a change, consent, leave. */
export const ownRoutes = {
  readSigningDifferences: route({
    method: 'GET',
    path: '/v1/signing/differences',
    summary: { ja: '署名する変更の、前と後の違いを読む', en: 'Read what the change to be signed would alter' },
    effect: 'reads',
    output: DifferencesView,
    status: 200,
    refusals: ['link-not-usable'],
  }),
  signAmendment: route({
    ...acting,
    path: '/v1/signing/sign-amendment',
    summary: { ja: '変更後の各項目を確認し、署名する', en: 'Acknowledge the new text and sign it' },
    body: z.strictObject({
      documentSha256: Sha256,
      acknowledged: z.array(DisclosureItem).max(20),
      signer: SpeakerField,
    }),
    output: Done,
    refusals: [
      'wrong-stage',
      'link-not-usable',
      'document-changed',
      'breaches-standard',
      'does-not-fit',
      'out-of-order',
    ],
  }),
  readOwnContract: route({
    method: 'GET',
    path: '/v1/signing/contract',
    summary: { ja: '自分の契約を読む。いま誰が責任を負うかも分かる', en: 'Read your own contract' },
    effect: 'reads',
    output: OwnContractView,
    status: 200,
    refusals: ['link-not-usable'],
  }),
  readOwnPapers: route({
    method: 'GET',
    path: '/v1/signing/papers',
    summary: {
      ja: '自分の契約の書面の控えの一覧。契約が終わったあとは、保管の期限の日まで読める',
      en: 'The papers of your own contract; once it has ended, until their day of retention',
    },
    effect: 'reads',
    output: OwnPapersView,
    status: 200,
    refusals: ['link-not-usable'],
  }),
  downloadOwnPaper: route({
    method: 'GET',
    path: '/v1/signing/papers/{name}',
    summary: { ja: '自分の契約の書面の控えを保存する（PDF）', en: 'Save a paper of your own contract (PDF)' },
    effect: 'reads',
    params: z.strictObject({ name: PaperName }),
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['link-not-usable', 'not-found', 'cannot-be-printed'],
  }),
  giveOwnConsent: route({
    ...acting,
    path: '/v1/signing/consents',
    summary: { ja: '同意する', en: 'Consent' },
    body: z.strictObject({ kind: ConsentField, signer: SpeakerField }),
    output: Done,
    refusals: ['wrong-stage', 'link-not-usable', 'already-exists', 'does-not-fit'],
  }),
  withdrawOwnConsent: route({
    ...acting,
    path: '/v1/signing/consents/withdraw',
    summary: { ja: '同意を撤回する', en: 'Take a consent back' },
    body: z.strictObject({ kind: ConsentField, signer: SpeakerField }),
    output: Done,
    refusals: ['wrong-stage', 'link-not-usable'],
  }),
  requestOwnCancellation: route({
    ...acting,
    path: '/v1/signing/request-cancellation',
    summary: { ja: '解約を申し出る。違約金が示され、まだ何も終わらない', en: 'Ask to leave; nothing ends yet' },
    body: z.strictObject({
      on: Day,
      reason: paragraphs(500),
      ground: paragraphs(500).nullable().optional(),
      signer: SpeakerField,
    }),
    output: Done,
    refusals: ['wrong-stage', 'link-not-usable', 'out-of-order', 'does-not-fit'],
  }),
  confirmOwnCancellation: route({
    ...acting,
    path: '/v1/signing/cancel',
    summary: { ja: '示された違約金を確かめて、解約する', en: 'Leave, having seen the penalty' },
    body: z.strictObject({ penaltyExTaxYen: Yen, signer: SpeakerField }),
    output: Done,
    refusals: ['wrong-stage', 'link-not-usable', 'does-not-fit', 'wish-overtaken'],
  }),
  withdrawOwnCancellation: route({
    ...acting,
    path: '/v1/signing/withdraw-cancellation',
    summary: { ja: '解約の申出を取りやめる', en: 'Stay after all' },
    body: z.strictObject({ signer: SpeakerField }),
    output: Done,
    refusals: ['wrong-stage', 'link-not-usable'],
  }),
} as const
