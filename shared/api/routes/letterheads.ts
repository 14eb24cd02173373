import * as z from 'zod'
import { PostalAddressField, ReadingField } from '../address-fields.ts'
import { Day, printedText, ResellerIdField } from '../fields.ts'
import { route } from '../route.ts'
import { LetterheadsView } from '../views/letterhead.ts'

const params = z.strictObject({ resellerId: ResellerIdField })
const own = '/v1/implementing-entity/letterhead'
const ofReseller = '/v1/resellers/{resellerId}/letterhead'

/** Address of a company, and who represents it. */
export const LetterheadGiven = z.strictObject({
  reading: ReadingField.optional(),
  postalAddress: PostalAddressField,
  representative: z.strictObject({
    name: printedText(100),
    title: printedText(100),
    reading: ReadingField.optional(),
  }),
})

/** The same from a day on: today where none is given. */
const body = LetterheadGiven.extend({ from: Day.optional() })

export const letterheadRoutes = {
  getLetterhead: route({
    method: 'GET',
    path: own,
    summary: { ja: '実施主体の住所と代表者を読む', en: "Read the implementing entity's address and representative" },
    effect: 'reads',
    output: LetterheadsView,
    status: 200,
    refusals: [],
  }),
  stateLetterhead: route({
    method: 'POST',
    path: own,
    summary: {
      ja: '実施主体の住所・代表者を、いつからかとともに記録する。これから起案する契約の書面と、これから出す手紙に載る',
      en: "State the implementing entity's address and representative from a day on: for papers drafted and letters printed later",
    },
    effect: 'changes',
    body,
    output: LetterheadsView,
    status: 200,
    refusals: [],
  }),
  getResellerLetterhead: route({
    method: 'GET',
    path: ofReseller,
    summary: { ja: '再販協力会社の住所と代表者を読む', en: "Read a reseller's address and representative" },
    effect: 'reads',
    params,
    output: LetterheadsView,
    status: 200,
    refusals: ['not-found'],
  }),
  stateResellerLetterhead: route({
    method: 'POST',
    path: ofReseller,
    summary: {
      ja: '再販協力会社の住所・代表者を、いつからかとともに記録する。これから起案する契約の書面に載る',
      en: "State a reseller's address and representative from a day on: for papers drafted later",
    },
    effect: 'changes',
    params,
    body,
    output: LetterheadsView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
} as const
