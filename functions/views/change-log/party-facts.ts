import { handoverCodes, handoverOf } from '../../../shared/domain/reseller/handover.ts'
import { requirementCodes, requirementOf } from '../../../shared/domain/reseller/requirement.ts'
import type { RestrictingProposal } from '../../../shared/domain/reseller/states.ts'
import type { Evidence } from '../../../shared/domain/service/evidence.ts'
import * as closed from './closed-words.ts'
import {
  among,
  counted,
  day,
  fact,
  group,
  hidden,
  leaf,
  moment,
  onState,
  service,
  text,
  unsaid,
  until,
  words,
  type EventFacts,
} from './fields.ts'
import {
  drillFields,
  entityFields,
  evidenceFields,
  factsActedOn,
  handoverFields,
  letterheadFields,
  membershipField,
  obligationDaysField,
  registrationBodyFields,
  registrationField,
  resellerFields,
  serviceFields,
} from './party-fields.ts'

/** What a reseller supplies, requirements and items of the handover. Of an invitation the code is the reseller's own. */
const namesOfCodes: Readonly<Record<string, string>> = Object.fromEntries([
  ...requirementCodes.map((code) => [code, requirementOf[code].what.ja]),
  ...handoverCodes.map((code) => [code, handoverOf[code].what.ja]),
])

/** Facts of events of organizations, people and services, beside what their states have after them. */
export const partyFacts: Pick<EventFacts, 'entity' | 'registrationBody' | 'member' | 'service' | 'reseller'> = {
  entity: {
    entityId: unsaid,
    name: onState(entityFields.name),
    corporateNumber: onState(entityFields.corporateNumber),
    years: onState(entityFields.retentionYears),
    hours: onState(entityFields.approvalWindowHours),
    days: onState(obligationDaysField),
    noticeSha256: unsaid,
    from: fact(letterheadFields.from),
    paper: unsaid,
    sha256: unsaid,
  },
  registrationBody: { registrationBodyId: unsaid, name: onState(registrationBodyFields.name) },
  member: {
    sub: unsaid,
    membership: onState(membershipField),
    invited: unsaid,
    elsewhere: unsaid,
    elsewhereSha256: unsaid,
    reasonSha256: unsaid,
  },
  service: {
    serviceId: unsaid,
    entityId: unsaid,
    code: onState(serviceFields.code),
    monitoringType: onState(serviceFields.monitoringType),
    number: onState(leaf('版', 'version', counted('版'))),
    edition: onState(leaf('サービス基準の版', 'edition of the standard', text)),
    factsSha256: unsaid,
    offeredFrom: onState(leaf('提供を始める日', 'offered from', day)),
    change: onState(leaf('変更の種類', 'kind of change', among(closed.changeKinds))),
    changeSha256: unsaid,
    registration: onState(registrationField),
    evidence: onState(group<Evidence>(words('証跡', 'evidence'), evidenceFields)),
  },
  reseller: {
    from: fact(letterheadFields.from),
    asOf: onState(handoverFields.asOf),
    keptBy: onState(handoverFields.keptBy),
    suppliedBy: onState(handoverFields.suppliedBy),
    paper: unsaid,
    sha256: unsaid,
    operationId: unsaid,
    tally: onState(drillFields.tally),
    scoreTenths: onState(drillFields.scoreTenths),
    on: onState(leaf('日付', 'day', day)),
    resellerId: unsaid,
    entityId: unsaid,
    code: fact(leaf('種類', 'item', (code: string) => namesOfCodes[code] ?? null)),
    name: onState(resellerFields.name),
    prefecture: onState(resellerFields.prefecture),
    dueOn: onState(leaf('期限', 'due', day)),
    invitationSha256: unsaid,
    corporateNumber: onState(resellerFields.corporateNumber),
    serviceId: onState(leaf('サービス', 'service', service)),
    period: onState(leaf('期間', 'period', until)),
    lastDay: onState(leaf('最後の日', 'last day', day)),
    reasonSha256: unsaid,
    proposal: onState(
      group<RestrictingProposal>(
        words('停止の元の提案', 'proposal'),
        {
          ...factsActedOn,
          discontinuanceId: leaf('案件', 'case', text),
          statementSha256: hidden,
          until: leaf('承認の期限', 'until', moment),
        },
        'house',
      ),
    ),
    discontinuanceId: onState(leaf('案件', 'case', text, 'house')),
    stillRestricted: fact(leaf('ほかの制限', 'other restriction', () => '残っている', 'house')),
    since: onState(leaf('提供困難の時点', 'since', moment)),
    knownOn: onState(leaf('知った日', 'known on', day, 'house')),
  },
}
