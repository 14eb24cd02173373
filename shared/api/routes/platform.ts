import { ReadingField } from '../address-fields.ts'
import * as z from 'zod'
import { rolesOfPeople } from '../../domain/people.ts'
import {
  CorporateNumber,
  Day,
  EntityIdField,
  listOf,
  Mail,
  printedText,
  RegistrationBodyIdField,
  text,
} from '../fields.ts'
import { route } from '../route.ts'
import { MailBouncedView, MembershipView } from '../views/member.ts'

const Person = z.strictObject({ mail: Mail, name: text(100), reading: ReadingField.optional() })
const Named = z.strictObject({ sub: z.string(), role: z.string() })

export const platformRoutes = {
  about: route({
    method: 'GET',
    path: '/v1',
    summary: { ja: 'このサービスの名前・今日の日付・扱う基準の版', en: 'Name, today, and the editions known here' },
    effect: 'reads',
    output: z.strictObject({ name: z.string(), today: Day, editions: z.array(z.string()), openapi: z.string() }),
    status: 200,
    refusals: [],
  }),
  readOpenapi: route({
    method: 'GET',
    path: '/v1/openapi.json',
    summary: { ja: 'この API の定義（OpenAPI 3.1）', en: 'This API as OpenAPI 3.1' },
    effect: 'reads',
    output: z.looseObject({ openapi: z.string() }),
    status: 200,
    refusals: [],
  }),
  readMe: route({
    method: 'GET',
    path: '/v1/me',
    summary: { ja: '自分の氏名・会社・役割と、ほかの所属', en: 'Your name, company, role and other memberships' },
    effect: 'reads',
    output: z.strictObject({
      sub: z.string(),
      role: z.string(),
      tenant: z.string(),
      name: z.string().nullable(),
      company: z.string().nullable(),
      mail: z.string().nullable(),
      mailBounced: MailBouncedView,
      memberships: z.array(MembershipView),
    }),
    status: 200,
    refusals: [],
  }),
  registerImplementingEntity: route({
    method: 'POST',
    path: '/v1/implementing-entities',
    summary: { ja: '実施主体を登録し、最初の管理者を招く', en: 'Register an implementing entity and its first admin' },
    effect: 'changes',
    body: z.strictObject({ name: printedText(150), corporateNumber: CorporateNumber, admin: Person }),
    output: z.strictObject({ entityId: EntityIdField, admin: Named }),
    status: 201,
    refusals: ['already-exists'],
  }),
  registerRegistrationBody: route({
    method: 'POST',
    path: '/v1/registration-bodies',
    summary: { ja: '審査登録機関を登録し、担当者を招く', en: 'Register a registration body and its officer' },
    effect: 'changes',
    body: z.strictObject({ name: text(150), officer: Person }),
    output: z.strictObject({ registrationBodyId: RegistrationBodyIdField, officer: Named }),
    status: 201,
    refusals: ['already-exists'],
  }),
  listRegistrationBodies: route({
    method: 'GET',
    path: '/v1/registration-bodies',
    summary: { ja: '審査登録機関の一覧', en: 'List registration bodies' },
    effect: 'reads',
    output: listOf(z.strictObject({ registrationBodyId: RegistrationBodyIdField, name: z.string() })),
    status: 200,
    refusals: [],
  }),
  nameMember: route({
    method: 'POST',
    path: '/v1/members',
    summary: { ja: '自分の組織の人を招く（管理者）', en: 'Name a person of your own organization (admins)' },
    effect: 'changes',
    body: Person.extend({ role: z.enum(rolesOfPeople) }),
    output: Named,
    status: 201,
    refusals: ['already-exists', 'does-not-fit', 'wrong-stage'],
  }),
} as const
