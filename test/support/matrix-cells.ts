import * as z from 'zod'
import { relations, relationsFor, type Relation } from '../../shared/api/policy/relations.ts'
import type { Route } from '../../shared/api/route.ts'
import type { RouteName } from '../../shared/api/routes/index.ts'
import { entityRoles, isOneOf, resellerRoles, roles, type Role } from '../../shared/domain/people.ts'
import type { Ask } from './house.ts'
import { asked, idsIn, kindOf, nothing, withIds, withKind, type Asked, type Related } from './related.ts'
import { lines, type Sample } from './scene.ts'

/** One cell of the matrix: who asks, by which line, for what stands in which relation, and what the policy table says. */
export type Cell = {
  readonly name: RouteName
  readonly line: Route
  /** Null is whoever has no token. */
  readonly role: Role | null
  readonly relation: Relation
  readonly says: 'open' | 'deniedByRole' | 'deniedByRelation' | 'allowed'
  /** Requests that ask it; or why no such thing can be. */
  readonly requests: readonly Asked[] | string
}

const isEntity = (role: Role): boolean => isOneOf(entityRoles, role)
const isReseller = (role: Role): boolean => isOneOf(resellerRoles, role)

/** Kinds of things that an implementing entity and its resellers both have of their own. */
const ofEither = ['ctr', 'exc', 'cnc', 'opr', 'fil']
/** Kinds of things that are a reseller's, or about one. */
const ofResellers = ['rsl', 'dsc']

/** Lines that find nothing at a contract that changed hands, each with why. */
const notAtMoved: Partial<Record<RouteName, string>> = {
  reviseContract: 'what is prepared was held by nobody before',
  explainContract: 'what is prepared was held by nobody before',
  offerContract: 'what is prepared was held by nobody before',
  withdrawContract: 'what is prepared was held by nobody before',
  downloadSealed: 'what changes hands here was signed on paper',
  tellLetter: 'no letter to it came back',
  getCodeLetter: 'no code was asked for by letter',
}

/** Relation of a line that names nothing: it is about oneself, about what is anybody's, or about one's own organization. */
const relationOfNothing = (name: RouteName): Relation =>
  ['readMe', 'readNotices', 'chooseNotices'].includes(name)
    ? 'own'
    : name === 'listRegistrationBodies'
      ? 'none'
      : 'ownTenant'

/** What is foreign: all that a line names, and each id alone beside one's own; registration bodies are nobody's. */
const foreign = (ask: Ask, own: Sample, other: Sample): readonly Asked[] => {
  const [mine, others] = [idsIn(own), idsIn(other)]
  const alone = mine.length < 2 || mine.length !== others.length ? [] : [...mine.keys()]
  return [
    asked(ask, other),
    ...alone
      .filter((at) => !mine[at]?.startsWith('rbd_'))
      .map((at) => ({
        ask,
        sample: withIds(own, (id, place) => (place === at ? (others[at] ?? id) : id)),
        ofNothing: withIds(own, (id, place) => (place === at ? nothing(id) : id)),
      })),
  ]
}

const requestsFor = (of: Related, name: RouteName, role: Role, relation: Relation): readonly Asked[] | string => {
  const { ours, theirs, samples, sent } = of
  const [sample, other, ask] = [samples.ours[name], samples.theirs[name], ours.askOf[role]]
  const kind = kindOf(sample)
  const as = (who: Related['sibling']): Ask => (role === 'resellerAdmin' ? who.ask : who.staff)
  const submission = (to: keyof typeof sent) => [asked(ask, withKind(sample, 'sbm', sent[to]))]
  const authority = role === 'ipa' || role === 'registrationBody' ? role : null

  // It is asked in test/usecases/files.test.ts, with the link of an SME's own page.
  if (name === 'handOutOwnFile') return 'a link to sign with opens no page of one’s own'
  if (role === 'sme') return relation === 'own' ? [asked(ask, sample)] : 'the link of an SME names its one contract'
  if (name === 'chooseMembership') return 'each has memberships of its own, asked about in member-stages.test.ts'
  if (kind === 'usr' && role !== 'entityAdmin' && relation === 'ownTenant')
    return 'the members of the scene are the implementing entity’s'
  if (kind === null)
    return relation === relationOfNothing(name) ? [asked(ask, sample)] : 'the line names nothing that somebody has'
  switch (relation) {
    case 'own':
      return 'things are of organizations, not of persons'
    case 'none':
      return [
        ...foreign(ask, sample, other),
        ...(isReseller(role) && kind !== 'svc' ? [asked(as(of.sibling), sample)] : []),
        ...(authority && kind === 'sbm' ? submission(authority === 'ipa' ? 'registrationBody' : 'ipa') : []),
      ]
    case 'formerHolder':
      if (kind !== 'ctr') return 'only contracts change hands'
      if (isReseller(role)) return [asked(as(of.former), withKind(sample, 'ctr', of.moved))]
      return notAtMoved[name] ?? [asked(ask, withKind(samples.moved[name], 'ctr', of.moved))]
    case 'ownReseller':
      if (!isEntity(role)) return 'only an implementing entity has resellers'
      if (kind === 'opr') return [asked(ask, withKind(sample, 'opr', of.exported))]
      if (name === 'approveFile') return 'resellers have no such thing'
      return [...ofEither, ...ofResellers].includes(kind) ? [asked(ask, sample)] : 'resellers have no such thing'
    case 'ownTenant':
      if (authority) return submission(authority)
      if (isReseller(role) && name === 'printTakeoverNotice') return [asked(ask, withKind(sample, 'ctr', of.moved))]
      if (isReseller(role)) return [asked(ask, kind === 'opr' ? withKind(sample, 'opr', of.exported) : sample)]
      if (ofResellers.includes(kind)) return 'an implementing entity is no reseller of its own'
      return [kind !== 'opr' && ofEither.includes(kind) ? asked(theirs.askOf[role], other) : asked(ask, sample)]
  }
}

/** What somebody asks whose role has no part in a line, or by an open line: of one's own, of others, and of nothing. */
const whatever = (of: Related, name: RouteName, role: Role | null, relation: Relation): readonly Asked[] => {
  const ask = role === null ? of.house.withToken(undefined) : of.ours.askOf[role]
  if (relation === 'none') return [asked(ask, of.samples.theirs[name])]
  return [
    asked(ask, relation === 'formerHolder' ? withKind(of.samples.ours[name], 'ctr', of.moved) : of.samples.ours[name]),
  ]
}

const saysOf = ({ policy }: Route, role: Role | null, relation: Relation): Cell['says'] => {
  if (policy === 'anyone') return 'open'
  const may = relationsFor(policy, role)
  if (may.length === 0) return 'deniedByRole'
  return may.includes(relation) ? 'allowed' : 'deniedByRelation'
}

/** Every cell: every role, and nobody, by every line, in every relation. */
export const cellsOf = (of: Related): readonly Cell[] =>
  lines.flatMap(([name, line]) =>
    [null, ...roles].flatMap((role) =>
      relations.map((relation) => {
        const says = saysOf(line, role, relation)
        const requests =
          role === null || says === 'open' || says === 'deniedByRole'
            ? whatever(of, name, role, relation)
            : requestsFor(of, name, role, relation)
        return { name, line, role, relation, says, requests }
      }),
    ),
  )

/** Parameters of a query or fields of a body that name a thing, and that a sample does without. */
const unnamed = (
  line: Route,
  { path, body }: Sample,
): readonly { readonly in: 'query' | 'body'; readonly key: string }[] => {
  const keysOf = (schema: z.ZodType | undefined) =>
    Object.keys((schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {})) ?? {})
  return [
    ...keysOf(line.query)
      .filter((key) => !path.includes(`${key}=`))
      .map((key) => ({ in: 'query' as const, key })),
    ...keysOf(line.body)
      .filter((key) => !(key in Object(body)))
      .map((key) => ({ in: 'body' as const, key })),
  ].filter(({ key }) => key.endsWith('Id'))
}

/** Requests that name something of others where nothing need be named, for whoever may call the line. */
export const besides = ({ ours, samples, sibling }: Related) => {
  const ids = Object.values(samples.theirs).flatMap(idsIn)
  const prefixes: Readonly<Record<string, string>> = {
    resellerId: 'rsl',
    serviceId: 'svc',
    contractId: 'ctr',
    exceptionId: 'exc',
    concernId: 'cnc',
    discontinuanceId: 'dsc',
  }
  return lines.flatMap(([name, line]) =>
    roles
      .filter((role) => line.who !== 'anyone' && line.who.includes(role))
      .flatMap((role) =>
        unnamed(line, samples.ours[name]).flatMap(({ in: place, key }) => {
          const prefix = prefixes[key]
          const other = ids.find((id) => id.startsWith(`${prefix}_`))
          if (prefix === undefined || other === undefined) throw new Error(`which thing is meant by ${key} of ${name}?`)
          const { path, body, ...rest } = samples.ours[name]
          const sample = (id: string): Sample =>
            place === 'query'
              ? { ...rest, path: `${path}${path.includes('?') ? '&' : '?'}${key}=${id}` }
              : { ...rest, path, body: { ...Object(body), [key]: id } }
          const others = [other, ...(isReseller(role) && prefix === 'rsl' ? [sibling.resellerId] : [])]
          return others.map((foreign) => ({ name, line, role, ask: ours.askOf[role], sample, foreign }))
        }),
      ),
  )
}
