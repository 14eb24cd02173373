import * as z from 'zod'
import { concernCauses, concernStages } from '../../domain/discontinuance/concern.ts'
import { discontinuanceGrounds } from '../../domain/discontinuance/grounds.ts'
import { ConcernIdField, listOf, paragraphs, ResellerIdField } from '../fields.ts'
import { route } from '../route.ts'
import { ConcernInFullView, ConcernView } from '../views/concern.ts'

const params = z.strictObject({ concernId: ConcernIdField })

export const concernRoutes = {
  raiseConcern: route({
    method: 'POST',
    path: '/v1/concerns',
    summary: {
      ja: '再販協力会社が提供を続けられなくなるおそれを知らせる。これだけでは何も動かない',
      en: 'Say that a reseller may not be able to go on; by itself this moves nothing',
    },
    effect: 'changes',
    body: z.strictObject({
      /** Left out by a reseller, which speaks for itself. */
      resellerId: ResellerIdField.optional(),
      ground: z.enum(discontinuanceGrounds),
      statement: paragraphs(2000),
    }),
    output: ConcernView,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
  dismissConcern: route({
    method: 'POST',
    path: '/v1/concerns/{concernId}/dismiss',
    summary: { ja: 'おそれはないと判断し、理由を残す', en: 'Dismiss a concern, with a reason' },
    effect: 'changes',
    params,
    body: z.strictObject({ reason: paragraphs(2000) }),
    output: ConcernView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  listConcerns: route({
    method: 'GET',
    path: '/v1/concerns',
    summary: {
      ja: '提供困難のおそれの一覧。再販協力会社には、自らが知らせたものだけが見える',
      en: 'List concerns; a reseller sees those it raised itself',
    },
    effect: 'reads',
    query: z.strictObject({
      stage: z.enum(concernStages).optional(),
      cause: z.enum(concernCauses).optional(),
      resellerId: ResellerIdField.optional(),
    }),
    output: listOf(ConcernView),
    status: 200,
    refusals: [],
  }),
  getConcern: route({
    method: 'GET',
    path: '/v1/concerns/{concernId}',
    summary: { ja: '提供困難のおそれを読む', en: 'Read a concern' },
    effect: 'reads',
    params,
    output: ConcernInFullView,
    status: 200,
    refusals: ['not-found'],
  }),
} as const
