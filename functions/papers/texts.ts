import * as z from 'zod'
import { contactEvidence, contactGrounds } from '../../shared/domain/contract/contract-words.ts'
import { termNames, termOf, type TermName, type TermsOf } from '../../shared/domain/contract/contract-terms.ts'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { contractParties } from '../../shared/domain/parties.ts'
import { prefectures } from '../../shared/domain/places.ts'
import {
  matterKinds,
  monitoringTypes,
  placementConsiderations,
  remoteSupports,
  serviceFunctions,
  travelExpenses,
  type Placement,
  type ServiceFacts,
} from '../../shared/domain/service/facts.ts'
import { exactly } from './exactly.ts'
import { count, day, idOf, person, postalAddress, sha256, signatory } from './fields.ts'
import { letterhead } from './letterheads.ts'
import { paperForm } from './paper-form.ts'

/*
 * Texts whose hash is what was signed or published. What is read is what was hashed: nothing that an old one lacks is
 * filled in here.
 */

const texts = z.array(z.string()).readonly()
const yen = count

/** The plain terms, from their table. */
const plainTerms = Object.fromEntries(
  termNames.map((name) => {
    const { kind, presence } = termOf(name)
    const value: z.ZodType = kind === 'day' ? day : z.int()
    return [name, presence === 'maybe' ? z.exactOptional(value) : presence === 'orNull' ? value.nullable() : value]
  }),
) as unknown as { readonly [Name in TermName]: z.ZodType<TermsOf<TermName>[Name]> }

const partyOf = <const Prefix extends string>(prefix: Prefix) =>
  z.strictObject({
    id: idOf(prefix),
    name: z.string(),
    corporateNumber: z.string(),
    reading: letterhead.shape.reading,
    postalAddress: z.exactOptional(letterhead.shape.postalAddress),
    representative: z.exactOptional(letterhead.shape.representative),
  })

/** The whole text of one revision of a contract. */
export const disclosureForm = paperForm({
  kind: 'disclosure',
  schema: exactly<Disclosure>()(
    z.strictObject({
      format: z.literal('musubi/disclosure/1'),
      contractId: idOf('ctr'),
      revision: z.int().min(1),
      edition: z.string(),
      implementingEntity: partyOf('ent'),
      reseller: partyOf('rsl').nullable(),
      service: z.strictObject({ id: idOf('svc'), code: z.string(), version: z.int(), name: z.string() }),
      serviceTerms: z.exactOptional(z.strictObject({ number: count, effectiveOn: day, sha256 })),
      sme: z.strictObject({
        smeId: z.string(),
        name: z.string(),
        reading: z.exactOptional(z.string()),
        prefecture: z.enum(prefectures),
        postalAddress: z.exactOptional(z.strictObject(postalAddress)),
        placeOfService: z.exactOptional(z.strictObject({ ...postalAddress, name: z.string().nullable() })),
        employees: z.int(),
        industry: z.string(),
        noticeContact: z.strictObject({ mail: z.string().nullable(), phone: z.string().nullable() }),
        signatory: signatory.nullable(),
        contactSetBy: z.exactOptional(
          z.strictObject({
            ground: z.enum(contactGrounds),
            evidence: z.enum(contactEvidence),
            on: day,
            by: z.exactOptional(person),
            from: z.exactOptional(day),
            unstopped: z.exactOptional(z.literal(true)),
          }),
        ),
      }),
      terms: z.strictObject({
        ...plainTerms,
        serviceId: idOf('svc'),
        serviceVersion: z.int(),
        initialFeeParts: z.array(z.strictObject({ what: z.string(), exTaxYen: z.int() })).readonly(),
        endOn: day,
        /** Absent in what 0.2.0 had signed, which simply ends. */
        renewal: z.exactOptional(z.strictObject({ months: z.int(), noticeDays: z.int() }).nullable()),
      }),
      items: z.array(z.strictObject({ code: z.enum(disclosureItemCodes), label: z.string(), lines: texts })).readonly(),
    }),
  ),
})

const countries = texts

const placement = z.strictObject(
  Object.fromEntries(placementConsiderations.map((one) => [one, z.string()])),
) as unknown as z.ZodType<Placement>

/** Facts a version states of its service. */
export const serviceFactsForm = paperForm({
  kind: 'service facts',
  schema: exactly<ServiceFacts>()(
    z.strictObject({
      name: z.string(),
      monitoringType: z.enum(monitoringTypes),
      functions: z.array(z.enum(serviceFunctions)).readonly(),
      consultationDesk: z.strictObject({ phone: z.string().nullable(), mail: z.string().nullable() }),
      incidentNotice: z.strictObject({
        seriousTargetMinutes: count.nullable(),
        othersReportEveryDays: count.nullable(),
      }),
      emergencySupport: z.strictObject({
        onSiteDispatch: z.boolean(),
        remote: z.enum(remoteSupports),
        freePerContractYear: count,
        travelExpenses: z.enum(travelExpenses),
      }),
      serviceProvisionCountries: countries,
      dataStorage: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('known'), countries }),
          z.strictObject({ kind: z.literal('unknown'), statedOn: day }),
        ])
        .nullable(),
      insurance: z.strictObject({
        insurer: z.string(),
        policyholder: z.enum(contractParties),
        coveredMatters: z
          .array(z.union([z.string(), z.strictObject({ kind: z.enum(matterKinds), what: z.string() })]))
          .readonly(),
        coverageCountPerYear: z.union([count, z.literal('unlimited')]).nullable(),
        coverageLimitYen: yen.nullable(),
        deductibleYen: yen.nullable(),
        selfPayCases: z.union([texts, z.literal('none')]),
        explanatoryMaterial: z.string().nullable(),
      }),
      termination: z.strictObject({
        penalty: z
          .discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('none') }),
            z.strictObject({ kind: z.literal('fixed'), exTaxYen: yen }),
            z.strictObject({ kind: z.literal('remainingMonths'), monthlyRatePercent: count }),
          ])
          .nullable(),
        userMayCancelAnyTime: z.boolean(),
      }),
      devices: z.array(z.strictObject({ manufacturer: z.string(), model: z.string() })).readonly(),
      capabilities: z.strictObject({
        detectInbound: z.boolean(),
        detectOutbound: z.boolean(),
        networkDefend: z.boolean(),
        continuousDetection: z.boolean(),
        endpointDefend: z.boolean(),
      }),
      placement: z.union([placement, z.string()]).nullable(),
      coversImportantTerminals: z.boolean(),
      monthlyFeeExTaxYen: yen.nullable(),
      monthlyFeePerTerminalExTaxYen: yen.nullable(),
    }),
  ),
})
