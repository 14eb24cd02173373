import * as z from 'zod'
import {
  confirmationStages,
  entries,
  noticeWays,
  voidReasons,
  proposalKinds,
  consentKinds,
  consentStages,
  endings,
} from '../../../../shared/domain/contract/contract-words.ts'
import { prefectures } from '../../../../shared/domain/places.ts'
import { monitoringTypes, serviceFunctions } from '../../../../shared/domain/service/facts.ts'
import { field, maybe, named, oneOf, orAbsent, orNull, type FieldsOf } from '../forms/fields.ts'
import {
  differingListedTermFields,
  differingUnlistedTermFields,
  listedTermFields,
  unlistedTermFields,
} from '../forms/term-fields.ts'
import { count, day, idOf, moment, sha256, text, word, words } from '../forms/values.ts'
import {
  announced,
  coverage,
  earlierTakeover,
  explanation,
  formReading,
  intervals,
  items,
  leaving,
  link,
  renewal,
  takeover,
} from './parts.ts'
import type { ContractRevision, NextTerm, Proposal, EndedContract } from '../../../../shared/domain/contract/states.ts'
import { allFunctions } from './words-of-form-2.ts'

/*
 * The schema of a contract's head, form 2. A head is paid by the kilobyte on every write, so its state is two short
 * texts: `r`, what lists and reports show (it is copied into an index), and `s`, the rest. Each field stands in one of
 * them, under a short key; keys of one text differ. To add an optional field to a contract's state is to add its line
 * here. What a key's absence means is said beside it; where that depends on the rest of the contract, head.ts says it.
 */

// The keys of a row stay in the order in which they have always been written.
const { terminals, ...listed } = listedTermFields

/** Fields that a revision says anew and lists show. */
const revisedLine = {
  /** Absent: whoever holds the contract. */
  seller: maybe('se', text),
  prefecture: field('pf', word(prefectures)),
  functions: orAbsent('fn', words(serviceFunctions), allFunctions),
  exceptionId: maybe('ex', idOf('exc')),
  terminals,
  initialFeeExTaxYen: field('if', count),
  ...listed,
  endOn: field('eo', day),
}
/** Fields that a revision says anew and no list shows. */
export const revisedRest = {
  serviceVersion: field('vn', count),
  edition: field('ed', text),
  ...unlistedTermFields,
  renewal: orNull('rn', renewal),
  noticeBy: field('nb', word(noticeWays)),
  revision: field('rv', count),
  documentSha256: field('dh', sha256),
}
/** Fields that no revision changes, beside what the row's keys say. */
const fixed = { serviceId: field('sv', idOf('svc')), monitoringType: field('mt', word(monitoringTypes)) }

export type FromKeys = 'contractId' | 'entityId' | 'smeId'
export const dealFields = { ...fixed, ...revisedLine, ...revisedRest } satisfies FieldsOf<
  Omit<ContractRevision, FromKeys>
>

const { terminals: otherTerminals, ...otherListed } = differingListedTermFields

/** A revision that is not in force: what differs from the one that is. What is not said is as it is now. */
const revised = named({
  seller: maybe('se', text),
  prefecture: maybe('pf', word(prefectures)),
  functions: maybe('fn', words(serviceFunctions)),
  exceptionId: maybe('ex', z.nullable(idOf('exc'))),
  terminals: otherTerminals,
  initialFeeExTaxYen: maybe('if', count),
  ...otherListed,
  endOn: maybe('eo', day),
  serviceVersion: maybe('vn', count),
  edition: maybe('ed', text),
  ...differingUnlistedTermFields,
  renewal: maybe('rn', z.nullable(renewal)),
  noticeBy: maybe('nb', word(noticeWays)),
  revision: maybe('rv', count),
  documentSha256: maybe('dh', sha256),
} satisfies FieldsOf<Omit<ContractRevision, FromKeys | keyof typeof fixed>>)
const proposal = named({
  kind: field('k', word(proposalKinds)),
  deal: field('d', revised),
  changed: field('c', items),
  explanation: orNull('x', explanation),
  link: orNull('l', link),
} satisfies FieldsOf<Proposal>)
const nextTerm = named({ deal: field('d', revised), explanation: field('x', explanation) } satisfies FieldsOf<NextTerm>)

const conflict = named({ with: field('w', idOf('ctr')), exceptionId: maybe('x', idOf('exc')) })

const consent = named({
  kind: field('k', word(consentKinds)),
  stage: orAbsent('s', word(consentStages), 'given'),
  /** Absent: when the contract became live. */
  at: maybe('a', moment),
})

export const dealLine = { ...fixed, ...revisedLine }
export const concludedLine = {
  entry: field('en', word(entries)),
  signedOn: field('sn', day),
  liveAt: field('la', moment),
  confirmed: orAbsent('cf', word(confirmationStages), 'given'),
  takeover: orNull('tk', takeover),
  earlierTakeovers: orAbsent('er', z.array(earlierTakeover).readonly(), []),
  /** Absent: no other contract had the SME's place when this one became its. */
  conflict: maybe('cx', conflict),
}
export const concludedRest = {
  explanation: field('xp', explanation),
  /** Instant at which the SME confirmed or disputed what was attested; the link by which it is asked to. */
  answeredAt: maybe('ca', moment),
  confirmLink: maybe('lk', link),
  formReading: maybe('fr', formReading),
  /** Absent: it was always this SME's. */
  formerSmeIds: maybe('fm', z.array(text).readonly()),
  /** Absent: no contact waits. */
  contactFrom: maybe('cw', day),
  contactVerified: maybe('cv', z.literal(true)),
  confirmedByVerified: maybe('cn', z.literal(true)),
  /** Absent: the seller, since the contract stands. */
  responsibility: maybe('rs', intervals),
  /** Absent: the seller, since the contract stands. */
  counterparty: maybe('cp', intervals),
  takenOver: orNull('tk', named({ discontinuanceId: field('d', idOf('dsc')), coverage: field('c', coverage) })),
  /** Absent: the first day of the term. */
  servedFrom: maybe('sf', day),
  /** Absent: the revision in force. */
  lastRevision: maybe('lr', count),
  consents: orAbsent('cs', z.array(consent).readonly(), []),
  proposal: orNull('pp', proposal),
  next: orNull('nx', nextTerm),
  announced: orNull('an', announced),
  leaving: orNull('lv', leaving),
  ownLink: orNull('ol', link),
}

/** The fields of `r` by the stage of the contract, which `r` bears itself. */
export const lineFields = {
  drafted: dealLine,
  offered: dealLine,
  live: { ...dealLine, ...concludedLine },
  ended: { ...dealLine, ...concludedLine, endedOn: field('xo', day) },
  void: dealLine,
}
/** The fields of `s` by the same stage. */
export const restFields = {
  drafted: { ...revisedRest, explanation: orNull('xp', explanation) },
  offered: { ...revisedRest, explanation: field('xp', explanation), link: field('lk', link) },
  live: { ...revisedRest, ...concludedRest },
  ended: { ...revisedRest, ...concludedRest, endedAt: field('ea', moment), ending: field('eg', word(endings)) },
  void: { ...revisedRest, reason: field('vr', word(voidReasons)) },
}

type Assembled = 'deal' | 'stage' | 'holder' | 'confirmation'
export const concludedFields = { ...lineFields.ended, ...restFields.ended } satisfies FieldsOf<
  Omit<EndedContract, Assembled>
>

export const lineCodec = oneOf('stage', 'st', lineFields)
export const restCodecs = {
  drafted: named(restFields.drafted),
  offered: named(restFields.offered),
  live: named(restFields.live),
  ended: named(restFields.ended),
  void: named(restFields.void),
}
