import * as z from 'zod'
import { labelOfRole, type Role } from '../../domain/people.ts'
import { labelOfRelation, type Row } from '../policy/relations.ts'
import { problems, type TroubleKind } from '../problem.ts'
import { takesDryRun, takesIfMatch, type Route } from '../route.ts'

type Json = Readonly<Record<string, unknown>>

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

/** Troubles that may arise on a line beside its own refusals. */
const usualTroubles = ({ who, effect, body, ifMatch }: Route): readonly TroubleKind[] => [
  'malformed',
  'newer-form',
  'unavailable',
  ...(who === 'anyone' ? [] : (['not-signed-in', 'not-permitted'] as const)),
  ...(body ? (['not-json', 'not-utf-8', 'unsupported-media-type', 'too-large'] as const) : []),
  ...(effect === 'changes'
    ? (['idempotency-key-missing', 'idempotency-key-reused', 'changed-meanwhile', 'outcome-unknown'] as const)
    : []),
  ...(effect === 'changes' && who !== 'anyone' && who.some((role) => role !== 'sme')
    ? (['no-longer-member'] as const)
    : []),
  ...(takesIfMatch({ who, effect }) ? (['changed-since-read'] as const) : []),
  ...(ifMatch ? (['version-required'] as const) : []),
]

const answersTo = (kinds: readonly TroubleKind[]): Json => {
  const byStatus = new Map<number, TroubleKind[]>()
  for (const kind of new Set(kinds))
    byStatus.set(problems[kind].status, [...(byStatus.get(problems[kind].status) ?? []), kind])
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group
          .map((kind) => `${kind}: ${problems[kind].title.ja} / ${problems[kind].title.en}`)
          .join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const parametersIn = (place: 'path' | 'query', schema: z.ZodObject | undefined): readonly Json[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Json
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const headersOf = (line: Route): readonly Json[] => [
  ...(line.effect === 'changes'
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
      ]
    : []),
  ...(takesDryRun(line)
    ? [
        {
          name: 'dryRun',
          in: 'query',
          required: false,
          schema: { type: 'boolean' },
          description: '判断だけして、何も書かない',
        },
      ]
    : []),
  ...(takesIfMatch(line)
    ? [{ name: 'If-Match', in: 'header', required: line.ifMatch === 'required', schema: { type: 'string' } }]
    : []),
]

/** The types in which a file may be sent as it is. */
const rawOf = ({ raw }: Route): Json =>
  Object.fromEntries(
    (raw?.media ?? []).map((media) => [
      media,
      { schema: { type: 'string', format: 'binary', maxLength: raw?.maxBytes } },
    ]),
  )

/** Who may, and of whose things, in words: `再販協力会社の担当者（自社のもの）`. */
const policyInWords = (policy: Row): string => {
  if (policy === 'anyone') return 'トークンなしで誰でも / anyone, without a token'
  const say = (language: 'ja' | 'en', comma: string, [open, close]: readonly [string, string]) =>
    Object.entries(policy)
      .map(
        ([role, relations]) =>
          labelOfRole[role as Role][language] +
          open +
          relations.map((relation) => labelOfRelation[relation][language]).join(comma) +
          close,
      )
      .join(comma)
  return `${say('ja', '、', ['（', '）'])} / ${say('en', '; ', [' (', ')'])}`
}

const operationOf = (name: string, line: Route): Json => ({
  operationId: name,
  summary: line.summary.ja,
  description: `${line.summary.en}\n\n${policyInWords(line.policy)}`,
  tags: [line.path.split('/')[2] ?? 'about'],
  ...(line.who === 'anyone' ? {} : { security: [{ token: [] }], 'x-roles': line.who }),
  'x-musubi-policy': line.policy,
  parameters: [
    ...parametersIn('path', line.params),
    ...parametersIn('query', line.query),
    ...(line.raw?.fromQuery ?? []).map((parameter) => ({
      name: parameter,
      in: 'query',
      required: false,
      schema: { type: 'string' },
      description: 'ファイルをそのまま送るときに要る',
    })),
    ...headersOf(line),
  ],
  ...(line.body
    ? {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemaOf(line.body, 'input') }, ...rawOf(line) },
        },
      }
    : {}),
  responses: {
    [String(line.status)]: {
      description: line.summary.ja,
      content: {
        [line.media ?? 'application/json']: {
          schema: line.media
            ? { type: 'string', ...(line.media.startsWith('application/') ? { format: 'binary' } : {}) }
            : schemaOf(line.output, 'output'),
        },
      },
    },
    ...answersTo([...line.refusals, ...usualTroubles(line)]),
  },
})

/** The route table as OpenAPI 3.1: never out of step with it, since it is made of it. */
export const openapiOf = (table: Readonly<Record<string, Route>>) => {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [name, line] of Object.entries(table)) {
    paths[line.path] = { ...paths[line.path], [line.method.toLowerCase()]: operationOf(name, line) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Musubi',
      version: '1',
      description: 'サイバーセキュリティお助け隊サービスの再販契約: 登録・締結・開示・引継ぎ・報告',
    },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Problem: {
          type: 'object',
          description: 'RFC 9457。kind が種類、breaches が基準に反する点のすべて、errors が形の誤りのすべて。',
          required: ['type', 'title', 'status', 'kind'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            titleEn: { type: 'string' },
            status: { type: 'integer' },
            kind: { type: 'string', enum: Object.keys(problems) },
            clause: { type: 'string' },
            retryable: { type: 'boolean' },
            breaches: { type: 'array', items: { type: 'object' } },
            errors: { type: 'array', items: { type: 'object' } },
            missing: { type: 'array', items: { type: 'object' } },
          },
        },
      },
    },
  }
}
