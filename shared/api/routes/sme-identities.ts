import * as z from 'zod'
import { identityKinds, identityPapers, identityStages } from '../../domain/sme/identity.ts'
import { PostalAddressField, ReadingField } from '../address-fields.ts'
import { Day, listOf, OwnSmeIdField, paragraphs, printedText, Sha256, SmeNumber, text } from '../fields.ts'
import { route } from '../route.ts'
import { SmeIdentityInFullView, ListedSmeIdentityView, SmeIdentityView } from '../views/sme-identity.ts'

const params = z.strictObject({ smeId: OwnSmeIdField })

/** Words on papers that were seen. A personal number may not be written down anywhere. */
const OnPapers = paragraphs(500).refine((given) => !/(?<![0-9])[0-9]{12}(?![0-9])/.test(given.normalize('NFKC')), {
  params: {
    words: {
      ja: '12桁の数字があります。個人番号（マイナンバー）は、どこにも書かないでください。',
      en: 'Holds twelve digits: a personal number may not be written down anywhere.',
    },
  },
})

/** Routes about SMEs without 法人番号: sole proprietors and associations. */
export const smeIdentityRoutes = {
  askForSmeIdentity: route({
    method: 'POST',
    path: '/v1/sme-identities',
    summary: {
      ja: '法人番号のない方（個人事業主・任意団体）の番号を申請する',
      en: 'Ask for an id of an SME without a corporate number',
    },
    effect: 'changes',
    body: z.strictObject({
      kind: z.enum(identityKinds),
      name: printedText(150),
      reading: ReadingField.nullable().optional(),
      postalAddress: PostalAddressField,
    }),
    output: SmeIdentityView,
    status: 201,
    refusals: ['does-not-fit', 'wrong-stage'],
  }),
  giveSmeIdentity: route({
    method: 'POST',
    path: '/v1/sme-identities/{smeId}/give',
    summary: {
      ja: '本人を書類で確かめ、番号を付ける。名前や住所の似た方は、先に示される',
      en: 'Give the id after a named person verified it by papers; look-alikes are shown first',
    },
    effect: 'changes',
    params,
    body: z.strictObject({
      /** Person who saw the papers. */
      verifiedBy: z.strictObject({ name: text(100), title: text(100) }),
      papers: z.array(z.enum(identityPapers)).min(1).max(5),
      /** Words on what was seen; needed of a paper of another kind. Never a personal number. */
      description: OnPapers.nullable().optional(),
      /** SHA-256 of a copy of what was seen, where one is kept. */
      documentSha256: Sha256.nullable().optional(),
      verifiedOn: Day,
      /** Day on which the public list of 法人番号 was searched, and had none. */
      searchedOn: Day,
      /** Look-alikes that were looked at and are others. */
      acknowledged: z.array(SmeNumber).max(50).optional(),
    }),
    output: SmeIdentityView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'incomplete'],
  }),
  declineSmeIdentity: route({
    method: 'POST',
    path: '/v1/sme-identities/{smeId}/decline',
    summary: { ja: '番号の申請を断る', en: 'Decline to give an id' },
    effect: 'changes',
    params,
    body: z.strictObject({ reason: paragraphs(2_000) }),
    output: SmeIdentityView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  listSmeIdentities: route({
    method: 'GET',
    path: '/v1/sme-identities',
    summary: { ja: '法人番号のない方の番号の一覧。段階で絞れる', en: 'List ids of SMEs without a corporate number' },
    effect: 'reads',
    query: z.strictObject({ stage: z.enum(identityStages).optional() }),
    output: listOf(ListedSmeIdentityView),
    status: 200,
    refusals: [],
  }),
  getSmeIdentity: route({
    method: 'GET',
    path: '/v1/sme-identities/{smeId}',
    summary: {
      ja: '法人番号のない方の番号を、確かめた書類と似た方とともに読む',
      en: 'Read an id with how it was verified, and those who look alike',
    },
    effect: 'reads',
    params,
    output: SmeIdentityInFullView,
    status: 200,
    refusals: ['not-found'],
  }),
} as const
