/*
 * The closed words of a contract. Types, API and stored form all take them from here: a new word is added once, and a
 * row that says a word which is not in its list is refused by name.
 */

export const contractStages = ['drafted', 'offered', 'live', 'ended', 'void'] as const

/** The stages of a contract that came about. */
export const concludedStages = ['live', 'ended'] as const
export type ConcludedStage = (typeof concludedStages)[number]

/** Ways to become live: by the SME's own signature, or attested from paper by its seller. */
export const entries = ['signed', 'attested'] as const
export type Entry = (typeof entries)[number]

export const explanationMethods = ['oral', 'written'] as const
export type ExplanationMethod = (typeof explanationMethods)[number]

export const noticeWays = ['mail', 'phone', 'both', 'nothing'] as const
export type NoticeWay = (typeof noticeWays)[number]

export const confirmationStages = ['given', 'awaiting', 'confirmed', 'disputed'] as const
export type ConfirmationStage = (typeof confirmationStages)[number]

export const takeoverStages = ['opened', 'told', 'settled'] as const
export type TakeoverStage = (typeof takeoverStages)[number]

/** Settlements of a takeover. Only a move changes the counterparty, and only with the SME's consent (民法539条の2). */
export const settlements = [
  'servedByImplementingEntity',
  'movedToImplementingEntity',
  'movedToReseller',
  'endedBySme',
] as const
export type Settlement = (typeof settlements)[number]

export const voidReasons = ['withdrawn', 'declined', 'sellerDiscontinued'] as const
export type VoidReason = (typeof voidReasons)[number]

/** An amendment takes effect when it is signed; a renewal on the first day of the term it is for. */
export const proposalKinds = ['amendment', 'renewal'] as const

export type ProposalKind = (typeof proposalKinds)[number]

/**
 * Causes for which an accepted letter did not reach its reader after all: its address refuses for good (`bounce`), it
 * was put away as unwanted, the carrier tried for hours and gave up (`expired`), says that it failed and not why
 * (`undetermined`), sends nothing there any more (`suppressed`), or would not carry it (`rejected`).
 */
export const bounceCauses = ['bounce', 'complaint', 'expired', 'undetermined', 'suppressed', 'rejected'] as const

export type BounceCause = (typeof bounceCauses)[number]

/**
 * Consents an SME gives apart from the contract, each on its own: that it may be helped from afar (第2章1.(3)), that its
 * counterparty may change when its reseller stops (民法539条の2), and that its people's data goes to a third party abroad
 * (個人情報保護法28条).
 */
export const consentKinds = ['remoteSupport', 'positionTransfer', 'foreignPersonalData'] as const

export type ConsentKind = (typeof consentKinds)[number]

export const consentStages = ['given', 'withdrawn'] as const

/**
 * Facets that must hold for an SME while its contract is taken over: it is watched, it can call somebody, it is
 * insured.
 */
export const coverageAreas = ['monitoring', 'contact', 'insurance'] as const

export type CoverageArea = (typeof coverageAreas)[number]

/** Findings of a person on a facet. */
export const findings = ['confirmed', 'lost'] as const

export type CoverageResult = (typeof findings)[number]

/** 第2章1.(3): support in an emergency, or the first dispatch when monitoring is set up, which is not counted. */
export const supportPurposes = ['emergency', 'setUp'] as const

export type SupportPurpose = (typeof supportPurposes)[number]

export const supportModes = ['onSite', 'remote'] as const

export type SupportMode = (typeof supportModes)[number]

/**
 * Ways a contract ended. `cancelledBySme`: the SME left. `endedInTakeover`: it left because its reseller stopped,
 * without penalty. `expired`: its term was over. `terminated`: for cause. `annulled`: it never stood.
 */
export const endings = ['cancelledBySme', 'endedInTakeover', 'expired', 'terminated', 'annulled'] as const

export type Ending = (typeof endings)[number]

/** 第2章1.(2): serious; already defended against; or an alert that needs no response. */
export const incidentSeverities = ['serious', 'defended', 'noResponseNeeded'] as const

export type IncidentSeverity = (typeof incidentSeverities)[number]

/** Told at once, or in a later report. */
export const tellingHows = ['atOnce', 'inReport'] as const

export type TellingHow = (typeof tellingHows)[number]

/** Verdicts of a person on a serious incident that was told later than the target: still at once, or not. */
export const tellingVerdicts = ['kept', 'departed'] as const

export type TellingVerdict = (typeof tellingVerdicts)[number]

/** Ways a person told an SME what a letter could not. */
export const toldByPerson = ['phone', 'post', 'visit'] as const

export type ToldByPerson = (typeof toldByPerson)[number]

/** Ways an SME is told: by a letter, or by a person. */
export const tellingWays = ['mail', ...toldByPerson] as const

export type ToldBy = (typeof tellingWays)[number]

/**
 * Grounds on which a change of the SME's contact has no signature of its own: nothing reaches it any more (`lost`), no
 * code can come there, one of mail and phone is lost, or it said that it has moved and did not sign; or (`verified`) it is not
 * changed, and the implementing entity looked into whose it is.
 */
export const contactGrounds = ['lost', 'noCode', 'partlyLost', 'moved', 'verified'] as const

export type ContactGround = (typeof contactGrounds)[number]

/** Evidence that the new contact is the SME's own. */
export const contactEvidence = ['letter', 'visit', 'callBack'] as const

export type ContactEvidence = (typeof contactEvidence)[number]

/** Grounds on which a contract becomes another SME's: 合併, 会社分割, 事業譲渡, 法人成り. */
export const successionGrounds = ['merger', 'companySplit', 'businessTransfer', 'incorporation'] as const
export type SuccessionGround = (typeof successionGrounds)[number]

export const nameOfSuccession: Readonly<Record<SuccessionGround, string>> = {
  merger: '合併',
  companySplit: '会社分割',
  businessTransfer: '事業譲渡',
  incorporation: '法人成り',
}
