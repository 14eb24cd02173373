import * as z from 'zod'
import {
  incidentSeverities,
  supportModes,
  supportPurposes,
  tellingHows,
  tellingVerdicts,
} from '../../shared/domain/contract/contract-words.ts'
import { count, day, disclosureItems, idOf, moment, person, sha256 } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'
import { exactly } from './exactly.ts'
import { type BodyOf } from './body-of.ts'

/** Incident as its SME was told of it. */
export const incidentForm = paperForm({
  kind: 'incident',
  schema: exactly<BodyOf<'recordIncidentNotice'>>()(
    z.strictObject({
      severity: z.enum(incidentSeverities),
      how: z.enum(tellingHows),
      detectedAt: moment,
      judgedSeriousAt: moment.optional(),
      toldAt: moment,
      lateReason: z.string().optional(),
      toldTo: z.string(),
      toldBy: z.string(),
      summary: z.string(),
      deviation: z.string().optional(),
    }),
  ),
})

/** Verdict on an incident that was told later than the target. */
export const verdictForm = paperForm({
  kind: 'verdict',
  schema: exactly<BodyOf<'judgeIncidentTelling'> & { readonly recordedBy: string }>()(
    z.strictObject({
      verdict: z.enum(tellingVerdicts),
      judgedBy: z.string(),
      reason: z.string(),
      recordedBy: z.string(),
    }),
  ),
})

/** Emergency support as it was put on record. */
export const supportForm = paperForm({
  kind: 'support',
  schema: exactly<BodyOf<'recordEmergencySupport'>>()(
    z.strictObject({
      purpose: z.enum(supportPurposes),
      mode: z.enum(supportModes),
      startedAt: moment,
      /** The place the user named. Evidence documents of records from before it was asked have none. */
      placeNamed: z.exactOptional(z.string().nullable()),
      place: z.string().nullable(),
      installedOn: day.optional(),
      setUpReason: z.string().optional(),
      remoteConsentAt: moment.nullable(),
      chargedExTaxYen: count,
      incidentalExTaxYen: count,
      by: z.string(),
      summary: z.string(),
      deviation: z.string().optional(),
    }),
  ),
})

const reading = {
  formSha256: sha256,
  formName: z.string(),
  readBy: person,
  readOn: day,
  stated: disclosureItems,
  notStated: disclosureItems,
}

/** Reading of the form a contract was signed on, beside that contract. */
export const formReadingForm = paperForm({ kind: 'form reading', schema: z.strictObject(reading) })

/** Input of form readings: one reading, the contracts it is of, and with whose login it was put on record. */
export const formReadingInputForm = paperForm({
  kind: 'form reading input',
  schema: exactly<BodyOf<'recordFormReading'> & { readonly recordedBy: string }>()(
    z.strictObject({
      ...reading,
      on: z.union([
        z.strictObject({ contractIds: z.array(idOf('ctr')) }),
        /** Rows of an import; without rows, all it put on record. */
        z.strictObject({ operationId: idOf('opr'), rows: z.array(z.int()).optional() }),
      ]),
      recordedBy: z.string(),
    }),
  ),
})
export type FormReadingInput = SaidIn<typeof formReadingInputForm>
