import * as z from 'zod'
import { changeKinds } from '../../domain/service/change.ts'
import {
  matterKinds,
  serviceFunctions,
  monitoringTypes,
  remoteSupports,
  travelExpenses,
} from '../../domain/service/facts.ts'
import {
  count,
  Day,
  EntityIdField,
  Mail,
  Phone,
  printedText,
  RegistrationBodyIdField,
  ServiceIdField,
  Sha256,
  textOrEmpty,
  Yen,
} from '../fields.ts'
import { BreachView, DoubtInShort, DoubtView } from './judgement.ts'
import { contractParties } from '../../domain/parties.ts'
import { FilesView } from './file.ts'
import { WrittenView } from './written.ts'

/** A country as given; whether it exists is for the rule of 第2章1.(6) to say. */
const Country = z.string().regex(/^[A-Z]{2}$/)

type Written = z.ZodType<string, string>

/** Schemas of what people wrote: with their checks where it comes in, and as it is where it is shown. */
type Reading = {
  readonly text: (max: number) => Written
  readonly textOrEmpty: (max: number) => Written
  readonly mail: Written
  readonly phone: Written
}

const serviceFacts = ({ text, textOrEmpty, mail, phone }: Reading) =>
  z.strictObject({
    name: text(100),
    monitoringType: z.enum(monitoringTypes),
    functions: z.array(z.enum(serviceFunctions)).max(5),
    consultationDesk: z.strictObject({ phone: phone.nullable(), mail: mail.nullable() }),
    incidentNotice: z.strictObject({
      seriousTargetMinutes: count(10_080).nullable(),
      othersReportEveryDays: count(366).nullable(),
    }),
    emergencySupport: z.strictObject({
      onSiteDispatch: z.boolean(),
      remote: z.enum(remoteSupports),
      freePerContractYear: count(1000),
      travelExpenses: z.enum(travelExpenses),
    }),
    serviceProvisionCountries: z.array(Country).max(50),
    dataStorage: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('known'), countries: z.array(Country).max(50) }),
        z.strictObject({ kind: z.literal('unknown'), statedOn: Day }),
      ])
      .nullable(),
    insurance: z.strictObject({
      insurer: textOrEmpty(100),
      policyholder: z.enum(contractParties),
      /** Matters, each with its kind. Words alone leave the kind unstated, and such a version is not published. */
      coveredMatters: z
        .array(z.union([z.strictObject({ kind: z.enum(matterKinds), what: text(200) }), text(200)]))
        .max(50),
      coverageCountPerYear: z.union([count(1000), z.literal('unlimited')]).nullable(),
      coverageLimitYen: Yen.nullable(),
      deductibleYen: Yen.nullable(),
      /** `none`: there is no case in which the user pays itself. */
      selfPayCases: z.union([z.array(text(200)).max(50), z.literal('none')]),
      explanatoryMaterial: textOrEmpty(200).nullable(),
    }),
    termination: z.strictObject({
      penalty: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('none') }),
          z.strictObject({ kind: z.literal('fixed'), exTaxYen: Yen }),
          z.strictObject({ kind: z.literal('remainingMonths'), monthlyRatePercent: count(100) }),
        ])
        .nullable(),
      userMayCancelAnyTime: z.boolean(),
    }),
    devices: z.array(z.strictObject({ manufacturer: textOrEmpty(100), model: textOrEmpty(100) })).max(50),
    capabilities: z.strictObject({
      detectInbound: z.boolean(),
      detectOutbound: z.boolean(),
      networkDefend: z.boolean(),
      continuousDetection: z.boolean(),
      endpointDefend: z.boolean(),
    }),
    /** Consideration by consideration; one text is taken as considered, not itemised. */
    placement: z
      .union([
        z.strictObject({
          /** Point at which it stands, of the ways in and out of the network. */
          boundary: textOrEmpty(300),
          /** Segments whose traffic passes it. */
          segments: textOrEmpty(300),
          /** Segments and traffic it does not see, and what is done about that. */
          unseen: textOrEmpty(300),
          /** Ways around it: wireless, mobile, from home, between sites. */
          bypasses: textOrEmpty(300),
        }),
        textOrEmpty(300),
      ])
      .nullable(),
    coversImportantTerminals: z.boolean(),
    monthlyFeeExTaxYen: Yen.nullable(),
    monthlyFeePerTerminalExTaxYen: Yen.nullable(),
  })

/** Facts of a service in one version. What may be null or empty here is asked for by a rule, with its clause. */
export const ServiceFactsField = serviceFacts({ text: printedText, textOrEmpty, mail: Mail, phone: Phone })

const asKept = () => z.string()

/** The same as it is on record: what was taken in before a check existed is still shown. */
const ServiceFactsView = serviceFacts({ text: asKept, textOrEmpty: asKept, mail: z.string(), phone: z.string() })

export const EvidenceView = z.strictObject({
  clause: z.string(),
  topic: z.string(),
  /** The version whose change it is of, where each change wants its own record. */
  serviceVersion: z.int().optional(),
  on: Day,
  validUntil: Day.nullable(),
  sha256: Sha256,
})

const RegistrationView = z.strictObject({
  registrationBodyId: RegistrationBodyIdField,
  number: z.string(),
  from: Day,
  until: Day.nullable(),
})

export const ServiceView = z.strictObject({
  serviceId: ServiceIdField,
  entityId: EntityIdField,
  version: z.int(),
  code: z.string(),
  monitoringType: z.enum(monitoringTypes),
  versions: z.array(
    z.strictObject({
      number: z.int(),
      edition: z.string(),
      factsSha256: Sha256,
      offeredFrom: Day.nullable(),
      change: z.enum(changeKinds).nullable(),
    }),
  ),
  registration: RegistrationView.nullable(),
  evidence: z.array(EvidenceView),
})

/** A service with how its changes were summed up, and what stands behind its evidence. */
export const ServiceInFullView = ServiceView.extend({ written: z.array(WrittenView), files: FilesView })

/** A service, and what its edition objects to in the version just drafted, or leaves open; the version itself says why. */
export const JudgedServiceView = ServiceView.extend({ breaches: z.array(BreachView), doubts: z.array(DoubtInShort) })

export const ServiceVersionView = z.strictObject({
  serviceId: ServiceIdField,
  number: z.int(),
  edition: z.string(),
  offeredFrom: Day.nullable(),
  factsSha256: Sha256,
  change: z.enum(changeKinds).nullable(),
  facts: ServiceFactsView,
  breaches: z.array(BreachView),
  doubts: z.array(DoubtView),
})
