import { codeLetterForm } from '../../functions/papers/code-letters.ts'
import { letterheadForm } from '../../functions/papers/letterheads.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkpointOf, checkpointRow } from '../../functions/adapters/dynamodb/checkpoint-rows.ts'
import { eventForm } from '../../functions/adapters/dynamodb/forms/event.ts'
import { personForm } from '../../functions/adapters/dynamodb/forms/person.ts'
import { findableForm } from '../../functions/adapters/dynamodb/forms/findable.ts'
import { noticeChoicesForm } from '../../functions/adapters/dynamodb/forms/notice-choices.ts'
import { portfolioGateForm } from '../../functions/adapters/dynamodb/forms/reseller.ts'
import { serviceGateForm } from '../../functions/adapters/dynamodb/forms/service.ts'
import { stateForms } from '../../functions/adapters/dynamodb/forms/state-forms.ts'
import type { StoredForm } from '../../functions/adapters/dynamodb/forms/stored-form.ts'
import { importInputForm, listedForm } from '../../functions/papers/books.ts'
import { drillForm, drillInputForm, drillStepForm } from '../../functions/papers/drills.ts'
import { exportInputForm, exportPartForm } from '../../functions/papers/exports.ts'
import { countedForm, recountInputForm, recountOutcomeForm, relistInputForm } from '../../functions/papers/recount.ts'
import {
  contactForm,
  handoverForm,
  invitationForm,
  namingForm,
  noticesForm,
  restrictionForm,
} from '../../functions/papers/resellers.ts'
import { resultsForm } from '../../functions/papers/results.ts'
import {
  formReadingForm,
  formReadingInputForm,
  incidentForm,
  supportForm,
  verdictForm,
} from '../../functions/papers/service-records.ts'
import {
  exceptionBurdenForm,
  exceptionEvidenceForm,
  exceptionGroundForm,
  obligationWordForm,
  reasonForm,
  statementForm,
  submissionContentForm,
} from '../../functions/papers/statements.ts'
import { moveInputForm, workInputForm } from '../../functions/papers/takeover-work.ts'
import { disclosureForm, serviceFactsForm } from '../../functions/papers/texts.ts'
import {
  cancellationForm,
  confirmationForm,
  consentForm,
  contactChangeForm,
  disputeForm,
  signatureForm,
  statedAddressForm,
} from '../../functions/papers/words-of-smes.ts'
import {
  annulmentForm,
  attestationForm,
  disputeAnswerForm,
  explanationForm,
} from '../../functions/papers/words-of-sellers.ts'
import { evidenceForm, fileNameForm, resaleAgreementForm } from '../../functions/papers/files.ts'
import { identityDetailsForm, successionForm, verificationForm } from '../../functions/papers/sme-identities.ts'
import { tallyOf, tallyRow } from '../../functions/adapters/dynamodb/tally-rows.ts'

/** Reads and writes what is stored of a kind of row, whether a text of it or all its attributes. */
export type AnyForm = {
  readonly read: (stored: unknown) => unknown
  readonly write: (value: unknown) => unknown
}

const byText = (form: unknown): AnyForm => {
  const { read, write } = form as StoredForm<unknown>
  return { read: (stored) => read(String(stored)), write }
}

/** The forms of all rows but a contract's head, and of the papers that are read back as data, by kind. */
export const everyForm: Readonly<Record<string, AnyForm>> = {
  ...Object.fromEntries(Object.entries(stateForms).map(([kind, form]) => [kind, byText(form)])),
  gate: byText(portfolioGateForm),
  serviceGate: byText(serviceGateForm),
  event: byText(eventForm),
  listing: byText(findableForm),
  listed: byText(findableForm),
  noticeChoices: byText(noticeChoicesForm),
  checkpoint: { read: (row) => checkpointOf(row as never), write: (one) => checkpointRow(one as never) },
  tally: { read: (row) => tallyOf(row as never), write: (one) => tallyRow(one as never) },
  person: { read: (row) => personForm.read(row as never), write: (one) => personForm.write(one as never) },
  results: resultsForm as AnyForm,
  importInput: importInputForm as AnyForm,
  listedContracts: listedForm as AnyForm,
  recountInput: recountInputForm as AnyForm,
  recountOutcome: recountOutcomeForm as AnyForm,
  exportInput: exportInputForm as AnyForm,
  exportPart: exportPartForm as AnyForm,
  drillInput: drillInputForm as AnyForm,
  drillStep: drillStepForm as AnyForm,
  disclosure: disclosureForm as AnyForm,
  serviceFacts: serviceFactsForm as AnyForm,
  signature: signatureForm as AnyForm,
  confirmation: confirmationForm as AnyForm,
  dispute: disputeForm as AnyForm,
  cancellation: cancellationForm as AnyForm,
  codeLetter: codeLetterForm as AnyForm,
  letterhead: letterheadForm as AnyForm,
  contactChange: contactChangeForm as AnyForm,
  statedAddress: statedAddressForm as AnyForm,
  support: supportForm as AnyForm,
  identityDetails: identityDetailsForm as AnyForm,
  verification: verificationForm as AnyForm,
  succession: successionForm as AnyForm,
  evidence: evidenceForm as AnyForm,
  fileName: fileNameForm as AnyForm,
  resaleAgreement: resaleAgreementForm as AnyForm,
  annulment: annulmentForm as AnyForm,
  attestation: attestationForm as AnyForm,
  disputeAnswer: disputeAnswerForm as AnyForm,
  explanation: explanationForm as AnyForm,
  incident: incidentForm as AnyForm,
  verdict: verdictForm as AnyForm,
  obligationWord: obligationWordForm as AnyForm,
  formReading: formReadingForm as AnyForm,
  formReadingInput: formReadingInputForm as AnyForm,
  workInput: workInputForm as AnyForm,
  moveInput: moveInputForm as AnyForm,
  invitation: invitationForm as AnyForm,
  contact: contactForm as AnyForm,
  restriction: restrictionForm as AnyForm,
  handover: handoverForm as AnyForm,
  naming: namingForm as AnyForm,
  notices: noticesForm as AnyForm,
  statement: statementForm as AnyForm,
  reason: reasonForm as AnyForm,
  exceptionGround: exceptionGroundForm as AnyForm,
  exceptionEvidence: exceptionEvidenceForm as AnyForm,
  exceptionBurden: exceptionBurdenForm as AnyForm,
  submissionContent: submissionContentForm as AnyForm,
  drill: drillForm as AnyForm,
  relistInput: relistInputForm as AnyForm,
  consentReceipt: consentForm as AnyForm,
  recountStep: countedForm as AnyForm,
}

/** What was stored once, and what it says. */
export type Golden = { readonly stored: unknown; readonly says: unknown }

const lie = join(import.meta.dirname, 'golden')

/**
 * Every layout there ever was of these rows: what was released, what main wrote before rows had forms, papers as they
 * were written when each of them got its form, and the first form of kinds that had one from their beginning.
 */
export const layouts = ['0.2.0', 'before-forms', 'first-paper-forms', 'form-1'] as const

/** The frozen rows of a layout, by kind. */
export const goldenOf = (
  layout: (typeof layouts)[number],
): readonly (readonly [kind: string, rows: readonly Golden[]])[] =>
  readdirSync(join(lie, layout))
    .filter((file) => Object.hasOwn(everyForm, file.replace('.jsonl', '')))
    .map((file) => [
      file.replace('.jsonl', ''),
      readFileSync(join(lie, layout, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Golden),
    ])
