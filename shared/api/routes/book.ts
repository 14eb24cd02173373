import * as z from 'zod'
import { attentions, bookSorts } from '../../domain/contract/book-entry.ts'
import { contractStages } from '../../domain/contract/contract-words.ts'
import { DayAsked } from '../as-written.ts'
import { Page, ResellerIdField, ServiceIdField, text } from '../fields.ts'
import { route } from '../route.ts'
import { BookCountsView, BookPageView, FoundView } from '../views/book.ts'

/** Some of a few words, with commas between; one word may stand for all. */
const someOf = <const Word extends string>(words: readonly Word[], all?: string) =>
  z
    .string()
    .max(200)
    .transform((given, context): readonly Word[] => {
      if (all !== undefined && given === all) return words
      const some = new Set(given.split(','))
      const known = words.filter((word) => some.has(word))
      if (known.length === some.size) return known
      const list = [...words, ...(all === undefined ? [] : [all])].join(', ')
      const said = {
        ja: `次のものを「,」で区切って指定してください：${list}`,
        en: `Some of these, with commas between: ${list}.`,
      }
      context.addIssue({ code: 'custom', params: { words: said } })
      return z.NEVER
    })
    .meta({ description: words.join(', ') })

const asked = {
  /** By what they are put in order: last change (as it is without it), day of signing, last day, the SME's name. */
  sort: z.enum(bookSorts).optional(),
  /** The newest first as it is without it; by name, in the order of the kana. */
  order: z.enum(['asc', 'desc']).optional(),
  /** Stages with commas between; without it all but `void`. */
  stage: someOf(contractStages).optional(),
  /** Contracts that want attention, by reasons with commas between or `any`; in order of the day that goes by. */
  attention: someOf(attentions, 'any').optional(),
  resellerId: ResellerIdField.optional(),
  serviceId: ServiceIdField.optional(),
  /** Bounds of the days by which they are put in order, both within; not by name. */
  from: DayAsked.optional(),
  until: DayAsked.optional(),
}

/** Routes on a whole book of contracts, drafts too: in several orders, counted, and by a search box. */
export const bookRoutes = {
  browseContracts: route({
    method: 'GET',
    path: '/v1/contracts/browse',
    summary: {
      ja: '契約の一覧（起案中を含む）。最終更新・締結日・満了日・ふりがなの順に、前後へページをめくれる。少し遅れて載る',
      en: 'List contracts, drafts too, in an order and in both directions; they appear a little after they change',
    },
    effect: 'reads',
    query: z.strictObject({ ...Page, ...asked }),
    output: BookPageView,
    status: 200,
    refusals: ['not-found', 'out-of-order', 'does-not-fit'],
  }),
  countContracts: route({
    method: 'GET',
    path: '/v1/contracts/counts',
    summary: {
      ja: '契約の件数。段階・サービス・再販協力会社・要対応・月ごと',
      en: 'Count contracts by stage, service, reseller, what wants attention, and month',
    },
    effect: 'reads',
    query: z.strictObject({ resellerId: ResellerIdField.optional() }),
    output: BookCountsView,
    status: 200,
    refusals: ['not-found'],
  }),
  findContracts: route({
    method: 'GET',
    path: '/v1/contracts/find',
    summary: {
      ja: '契約番号・会社名（一部でもよく、旧社名も）・ふりがな・法人番号・署名者の名前から契約を探す',
      en: 'Find contracts by number, part of a firm’s name, old or new, its reading, its 法人番号, or who signs',
    },
    effect: 'reads',
    query: z.strictObject({ q: text(150), limit: Page.limit }),
    output: z.strictObject({
      items: z.array(FoundView),
      /** True where more were found than are shown: narrow what is asked. */
      more: z.boolean(),
      unreadable: z.array(z.strictObject({ id: z.string().nullable() })).optional(),
    }),
    status: 200,
    refusals: ['does-not-fit'],
  }),
} as const
