import * as z from 'zod'
import {
  At,
  ContractIdField,
  Day,
  DisclosureItem,
  LinkText,
  paragraphs,
  Sha256,
  SpeakerField,
  ShortNumberField,
} from '../fields.ts'
import { route } from '../route.ts'
import { DocumentView, LeavingView } from '../views/contract.ts'
import { DisputeView } from '../views/dispute.ts'
import { contractStages, confirmationStages } from '../../domain/contract/contract-words.ts'
import { codeWays } from '../../domain/phone.ts'
import { linkPurposes } from '../../domain/contract/link.ts'

/** State of a contract after its SME has acted. */
export const Done = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  stage: z.enum(contractStages),
  confirmation: z.enum(confirmationStages).nullable(),
  signedOn: Day.nullable(),
  leaving: LeavingView.nullable(),
})

const Acknowledged = z.array(DisclosureItem).max(20)

export const signingRoutes = {
  readLinkSender: route({
    method: 'POST',
    path: '/v1/signing/sender',
    summary: {
      ja: 'リンクの送り主・サービス・販売の名前と、何のためのリンクかを、確認コードの前に読む。ほかのことは答えない',
      en: 'Read who sent a link, for which service and seller, and what it is for, before any code; it says nothing else',
    },
    effect: 'reads',
    /** In the body, so that the link stands in no list of addresses. */
    body: z.strictObject({ link: LinkText }),
    output: z.strictObject({
      purpose: z.enum(linkPurposes),
      /** The implementing entity, in whose name letters close. */
      sender: z.string(),
      service: z.string(),
      seller: z.string(),
    }),
    status: 200,
    refusals: ['link-not-usable'],
  }),
  openSigningLink: route({
    method: 'POST',
    path: '/v1/signing/open',
    summary: {
      ja: 'リンクを開く。確認コードが別の経路（SMS か、電話の読み上げ）で届く',
      en: 'Open the link; a code comes by another channel',
    },
    effect: 'changes',
    body: z.strictObject({ link: LinkText }),
    output: z.strictObject({
      codeSentTo: z.string(),
      /** By short message, or read aloud in a call; absent in an answer that was kept before there were calls. */
      by: z.enum(codeWays).optional(),
      expiresAt: At,
      /** Number of codes that can still be sent now; absent in an answer that was kept before they were counted. */
      codesLeft: z.int().optional(),
      /** Instant at which the next can be sent, where none is left. */
      nextCodeAt: At.nullable().optional(),
    }),
    status: 200,
    refusals: ['link-not-usable', 'too-many-sendings', 'does-not-fit'],
  }),
  askCodeLetter: route({
    method: 'POST',
    path: '/v1/signing/letter',
    summary: {
      ja: '電話で受け取れないとき、確認コードを手紙で求める。手紙は実施主体が郵送し、コードは印刷から14日間使える',
      en: 'Ask for a code by letter of the implementing entity, good for fourteen days from printing',
    },
    effect: 'changes',
    body: z.strictObject({ link: LinkText }),
    output: z.strictObject({
      /** Until when the link is good: at least as long as the letter may take. */
      expiresAt: At,
    }),
    status: 200,
    refusals: ['link-not-usable', 'too-many-sendings'],
  }),
  askOwnLink: route({
    method: 'POST',
    path: '/v1/signing/own-link',
    summary: {
      ja: '「いまの担当」のページから、ご契約ページのリンクを求める。リンクはご登録のメールだけへ届き、あるかどうかは答えない',
      en: 'Ask for the link to your page from "who serves me now": it goes to the mail on record alone, and no answer says whether there is one',
    },
    effect: 'changes',
    /** The link of the page on who serves a contract. */
    body: z.strictObject({ link: LinkText }),
    output: z.strictObject({ asked: z.literal(true) }),
    status: 200,
    refusals: [],
  }),
  enterSigningCode: route({
    method: 'POST',
    path: '/v1/signing/enter',
    summary: {
      ja: '確認コードを入れ、この契約だけに使える短い間の資格を得る',
      en: 'Enter the code for a short-lived token',
    },
    effect: 'changes',
    body: z.strictObject({ link: LinkText, code: z.string().regex(/^[0-9]{6}$/) }),
    output: z.strictObject({
      token: z.string(),
      purpose: z.enum(linkPurposes),
      expiresInSeconds: z.int(),
    }),
    status: 200,
    refusals: ['link-not-usable', 'code-not-right'],
  }),
  readSigningDocument: route({
    method: 'GET',
    path: '/v1/signing/document',
    summary: { ja: '署名する書面を読む', en: 'Read the document to be signed' },
    effect: 'reads',
    /** `disputes`: what the SME said of this record before, and how it was answered. */
    output: DocumentView.extend({ disputes: z.array(DisputeView) }),
    status: 200,
    refusals: ['link-not-usable'],
  }),
  readSigningPage: route({
    method: 'GET',
    path: '/v1/signing/document.html',
    summary: { ja: '署名する書面を読む（ページ）', en: 'Read the document to be signed (page)' },
    effect: 'reads',
    output: z.string(),
    status: 200,
    media: 'text/html; charset=utf-8',
    refusals: ['link-not-usable'],
  }),
  signContract: route({
    method: 'POST',
    path: '/v1/signing/sign',
    summary: {
      ja: '各項目を確認し、リモート支援への同意の有無を示し、署名する',
      en: 'Acknowledge, give or withhold consent, sign',
    },
    effect: 'changes',
    body: z.strictObject({
      documentSha256: Sha256,
      acknowledged: Acknowledged,
      remoteSupportConsent: z.boolean(),
      signer: SpeakerField,
    }),
    output: Done,
    status: 200,
    refusals: [
      'wrong-stage',
      'being-checked',
      'link-not-usable',
      'document-changed',
      'breaches-standard',
      'does-not-fit',
      'out-of-order',
    ],
  }),
  declineContract: route({
    method: 'POST',
    path: '/v1/signing/decline',
    summary: { ja: '契約しないことを伝える', en: 'Decline the contract' },
    effect: 'changes',
    output: Done,
    status: 200,
    refusals: ['wrong-stage', 'link-not-usable'],
  }),
  confirmAttestation: route({
    method: 'POST',
    path: '/v1/signing/confirm',
    summary: { ja: '紙で結んだ契約の記録に間違いがないことを確かめる', en: 'Confirm what was attested for you' },
    effect: 'changes',
    body: z.strictObject({ documentSha256: Sha256, acknowledged: Acknowledged, signer: SpeakerField }),
    output: Done,
    status: 200,
    refusals: ['wrong-stage', 'link-not-usable', 'document-changed', 'breaches-standard'],
  }),
  disputeAttestation: route({
    method: 'POST',
    path: '/v1/signing/dispute',
    summary: { ja: '紙で結んだ契約の記録が違うことを伝える', en: 'Say that what was attested is not right' },
    effect: 'changes',
    body: z.strictObject({ what: paragraphs(1000), signer: SpeakerField }),
    output: Done,
    status: 200,
    refusals: ['wrong-stage', 'link-not-usable'],
  }),
} as const
