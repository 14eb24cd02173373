import { labelOfGround } from '../../../shared/domain/discontinuance/grounds.ts'
import type { Discontinued } from '../../../shared/domain/discontinued.ts'
import type { ExistingEntity } from '../../../shared/domain/platform/entity.ts'
import type { ExistingMember, Membership } from '../../../shared/domain/platform/member.ts'
import type { ExistingRegistrationBody } from '../../../shared/domain/platform/registration-body.ts'
import type { StatedLetterhead } from '../../../shared/domain/letterhead.ts'
import { dayInWords } from '../../../shared/domain/plain-date.ts'
import { labelOfRole } from '../../../shared/domain/people.ts'
import type { Drill } from '../../../shared/domain/reseller/drill.ts'
import { handoverOf, type HandoverItem } from '../../../shared/domain/reseller/handover.ts'
import { requirementOf, type Requirement } from '../../../shared/domain/reseller/requirement.ts'
import type { ExistingReseller, FactsActedOn, RestrictedFor } from '../../../shared/domain/reseller/states.ts'
import type { Evidence } from '../../../shared/domain/service/evidence.ts'
import { labelOfType } from '../../../shared/domain/service/facts.ts'
import type { ExistingService, Registration, ServiceVersion } from '../../../shared/domain/service/service.ts'
import { obligationCodes, obligationOf, type ObligationDays } from '../../../shared/domain/discontinuance/obligation.ts'
import * as closed from './closed-words.ts'
import {
  among,
  counted,
  day,
  each,
  group,
  hidden,
  inJapanese,
  leaf,
  moment,
  party,
  person,
  text,
  until,
  words,
  yesNo,
  type FieldsOf,
} from './fields.ts'

const letterheads = leaf('住所・代表者', 'address and representative', (stated: readonly StatedLetterhead[]) =>
  stated.length === 0 ? null : stated.map(({ from }) => `${dayInWords(from)}から`),
)

export const obligationDaysField = group<ObligationDays>(
  words('義務の期限', 'days of obligations'),
  Object.fromEntries(
    obligationCodes.map((code) => [
      code,
      leaf(obligationOf[code].what.ja, obligationOf[code].what.en, counted('営業日')),
    ]),
  ) as unknown as FieldsOf<ObligationDays>,
)

export const entityFields: FieldsOf<ExistingEntity> = {
  stage: hidden,
  entityId: hidden,
  name: leaf('名称', 'name', text),
  corporateNumber: leaf('法人番号', 'corporate number', text),
  retentionYears: leaf('書類の保管年数', 'retention years', counted('年')),
  approvalWindowHours: leaf('提供困難の承認期限', 'approval window', counted('時間')),
  letterheads,
  obligationSettings: group<NonNullable<ExistingEntity['obligationSettings']>>(null, {
    days: obligationDaysField,
    notices: leaf('通知先の設定', 'notices set', counted('回目')),
    noticeSha256: hidden,
  }),
}

export const registrationBodyFields: FieldsOf<ExistingRegistrationBody> = {
  stage: hidden,
  registrationBodyId: hidden,
  name: leaf('名称', 'name', text),
}

export const membershipField = group<Membership>(null, {
  role: leaf('役割', 'role', among(inJapanese(labelOfRole))),
  entityId: hidden,
  resellerId: hidden,
  registrationBodyId: hidden,
})

export const memberFields: FieldsOf<ExistingMember> = {
  stage: leaf('状態', 'stage', among(closed.memberStages)),
  sub: hidden,
  membership: membershipField,
  since: hidden,
  erased: leaf('氏名など', 'personal data', () => '削除済み'),
}

/** The address and the representative lie in an evidence document; here, from which day they count. */
export const letterheadFields: FieldsOf<StatedLetterhead> = {
  from: leaf('住所・代表者の効力の初日', 'address and representative from', day),
  sha256: hidden,
  paper: hidden,
}

const version = each<ServiceVersion>(words('版', 'version'), (one) => [String(one.number), `第${one.number}版`], {
  number: hidden,
  edition: leaf('サービス基準の版', 'edition of the standard', text),
  factsSha256: hidden,
  offeredFrom: leaf('提供を始める日', 'offered from', day),
  change: leaf('変更の種類', 'kind of change', among(closed.changeKinds)),
})

export const registrationField = group<Registration>(words('登録', 'registration'), {
  registrationBodyId: leaf('審査登録機関', 'registration body', party),
  number: leaf('登録番号', 'number', text),
  from: leaf('初日', 'from', day),
  until: leaf('末日', 'until', day),
})

export const evidenceFields: FieldsOf<Evidence> = {
  clause: leaf('条項', 'clause', text),
  topic: hidden,
  serviceVersion: leaf('サービスの版', 'service version', counted('版')),
  on: leaf('日付', 'day', day),
  validUntil: leaf('有効な末日', 'valid until', day),
  sha256: hidden,
}

export const serviceFields: FieldsOf<ExistingService> = {
  stage: hidden,
  serviceId: hidden,
  entityId: hidden,
  code: leaf('記号', 'code', text),
  monitoringType: leaf('監視の型', 'monitoring type', among(inJapanese(labelOfType))),
  versions: version,
  registration: registrationField,
  evidence: each<Evidence>(
    words('証跡', 'evidence'),
    ({ clause, on, sha256 }) => [sha256, `${clause}・${on}`],
    evidenceFields,
  ),
}

const requirement = each<Requirement>(words('要件', 'requirement'), ({ code }) => [code, requirementOf[code].what.ja], {
  code: hidden,
  dueOn: leaf('期限', 'due', day),
  met: group<NonNullable<Requirement['met']>>(null, { on: leaf('提出', 'met', day), sha256: hidden }),
})

const namesOfHandover = Object.fromEntries(
  Object.entries(handoverOf).map(([code, { what }]) => [code, what.ja]),
) as Readonly<Record<HandoverItem['code'], string>>

export const handoverFields: FieldsOf<HandoverItem> = {
  code: leaf('種類', 'item', among(namesOfHandover)),
  asOf: leaf('いつの状態か', 'as of', day),
  keptBy: leaf('保管する者', 'kept by', among(closed.handoverKeepers)),
  suppliedBy: leaf('提出した者', 'supplied by', among(closed.sellingParties)),
  sha256: hidden,
  paper: hidden,
}

export const drillFields: FieldsOf<Drill> = {
  operationId: hidden,
  on: leaf('実施した日', 'day', day),
  tally: group<Drill['tally']>(null, {
    contracts: leaf('対象の契約', 'contracts', counted('件')),
    voided: hidden,
    wouldGap: leaf('途切れる見込みの契約', 'contracts with a gap', counted('件')),
    gaps: hidden,
    weak: hidden,
  }),
  scoreTenths: leaf('備えの点数', 'score', (tenths: number) => `${tenths / 10}点`),
  sha256: hidden,
  paper: hidden,
}

export const factsActedOn: FieldsOf<FactsActedOn> = {
  ground: leaf('事由', 'ground', among(inJapanese(labelOfGround))),
  occurredOn: leaf('生じた日', 'occurred on', day),
  concernId: leaf('おそれ', 'concern', text),
  by: leaf('提案した人', 'by', person),
}

/** What is known of a discontinuance beyond the instant is the implementing entity's own. */
export const discontinuedField = group<Discontinued>(words('提供困難', 'discontinued'), {
  since: leaf('始まり', 'since', moment),
  discontinuanceId: hidden,
  knownOn: leaf('知った日', 'known on', day, 'house'),
})

export const resellerFields: FieldsOf<ExistingReseller> = {
  stage: leaf('状態', 'stage', among(closed.resellerStages)),
  resellerId: hidden,
  entityId: hidden,
  code: leaf('記号', 'code', text),
  name: leaf('名称', 'name', text),
  prefecture: leaf('都道府県', 'prefecture', text),
  corporateNumber: leaf('法人番号', 'corporate number', text),
  requirements: requirement,
  authorizations: leaf('再販の許可', 'authorizations', (services: ExistingReseller['authorizations']) =>
    Object.entries(services).flatMap(([id, periods]) => [
      { what: 'service' as const, id },
      periods.map((one) => until(one)).join('、'),
    ]),
  ),
  foundPastDue: leaf('期限超過の確認', 'found past due', day),
  restrictedSince: leaf('新規の停止', 'restricted since', moment),
  restrictedFor: group<RestrictedFor>(
    words('停止の元の提案', 'restricted for'),
    {
      discontinuanceId: leaf('案件', 'case', text),
      alone: leaf('人による停止', 'restricted by a person too', (alone: boolean) => yesNo(!alone)),
      until: leaf('承認の期限', 'until', moment),
    },
    'house',
  ),
  factsActedOn: each<FactsActedOn>(
    words('停止の事実', 'facts acted on'),
    (_, index) => [String(index), `${index + 1}番目`],
    factsActedOn,
    'house',
  ),
  letterheads,
  handover: each<HandoverItem>(words('引継ぎの備え', 'handover'), ({ code }) => [code, handoverOf[code].what.ja], {
    ...handoverFields,
    code: hidden,
  }),
  drill: group<Drill>(words('引継ぎの訓練', 'drill'), drillFields, 'house'),
  discontinued: discontinuedField,
}
