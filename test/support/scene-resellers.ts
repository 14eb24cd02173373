import type { ResellerId, ServiceId } from '../../shared/domain/ids.ts'
import type { concernRoutes } from '../../shared/api/routes/concerns.ts'
import type { discontinuanceRoutes } from '../../shared/api/routes/discontinuances.ts'
import type { letterheadRoutes } from '../../shared/api/routes/letterheads.ts'
import type { resellerRoutes } from '../../shared/api/routes/resellers.ts'
import type { submissionRoutes } from '../../shared/api/routes/submissions.ts'
import { nextNumber, since } from './parties.ts'
import { takeoverSamples } from './scene-takeovers.ts'

type Sample = { readonly path: string; readonly body?: unknown }

/** A sample for every line about resellers. */
export const resellerSamples = (of: {
  readonly resellerId: ResellerId
  readonly serviceId: ServiceId
  readonly person: () => object
}): Record<keyof typeof resellerRoutes | keyof typeof letterheadRoutes, Sample> => {
  const path = `/v1/resellers/${of.resellerId}`
  return {
    inviteReseller: {
      path: '/v1/resellers',
      body: { code: `R${nextNumber()}`, name: '架空販売', prefecture: '東京都', admin: of.person() },
    },
    supplyRequirement: {
      path: `${path}/requirements`,
      body: { code: 'representative', name: '代表 二郎', title: '社長' },
    },
    approveReseller: { path: `${path}/approve` },
    authorizeResale: { path: `${path}/authorizations`, body: { serviceId: of.serviceId, from: since, until: null } },
    endAuthorization: { path: `${path}/authorizations/${of.serviceId}/end`, body: { lastDay: '2027-03-31' } },
    restrictReseller: { path: `${path}/restrict`, body: { reason: '苦情が続いている。' } },
    liftRestriction: { path: `${path}/lift`, body: { reason: '苦情の対応が終わった。' } },
    listResellers: { path: '/v1/resellers' },
    getReseller: { path },
    ...letterheadSamples(of.resellerId),
  }
}

/** An address in Tokyo, and who represents the company there. */
export const letterheadGiven = {
  reading: 'かくうしょうじ',
  postalAddress: { postalCode: '100-0001', rest: '東京都千代田区架空1-2-3', building: '架空ビル 4階' },
  representative: { name: '架空 太郎', title: '代表取締役', reading: 'かくう たろう' },
}

/** A sample for every line about addresses and representatives. */
export const letterheadSamples = (resellerId: ResellerId): Record<keyof typeof letterheadRoutes, Sample> => ({
  getLetterhead: { path: '/v1/implementing-entity/letterhead' },
  stateLetterhead: { path: '/v1/implementing-entity/letterhead', body: letterheadGiven },
  getResellerLetterhead: { path: `/v1/resellers/${resellerId}/letterhead` },
  stateResellerLetterhead: { path: `/v1/resellers/${resellerId}/letterhead`, body: letterheadGiven },
})

/** A sample for every line about concerns. */
export const concernSamples = (
  resellerId: ResellerId,
  concernId: string,
): Record<keyof typeof concernRoutes, Sample> => {
  const path = `/v1/concerns/${concernId}`
  return {
    raiseConcern: { path: '/v1/concerns', body: { resellerId, ground: 'staff', statement: '担当者が減っている。' } },
    dismissConcern: { path: `${path}/dismiss`, body: { reason: '後任が決まった。' } },
    listConcerns: { path: '/v1/concerns' },
    getConcern: { path },
  }
}

/** A sample for every line about resellers that cannot go on. */
export const discontinuanceSamples = ({
  resellerId,
  discontinuanceId,
  takenOver,
  proposal,
}: {
  readonly resellerId: ResellerId
  readonly discontinuanceId: string
  readonly takenOver: string
  readonly proposal: object
}): Record<keyof typeof discontinuanceRoutes, Sample> & ReturnType<typeof takeoverSamples> => {
  return {
    proposeDiscontinuance: { path: '/v1/discontinuances', body: { resellerId, ...proposal } },
    approveDiscontinuance: { path: `/v1/discontinuances/${discontinuanceId}/approve` },
    confirmRestriction: { path: `/v1/discontinuances/${discontinuanceId}/restrict` },
    getApprovalWindow: { path: '/v1/implementing-entity/approval-window' },
    setApprovalWindow: { path: '/v1/implementing-entity/approval-window', body: { hours: 72 } },
    withdrawDiscontinuance: { path: `/v1/discontinuances/${discontinuanceId}/withdraw` },
    tallyTakeovers: { path: `/v1/discontinuances/${discontinuanceId}/tally` },
    closeDiscontinuance: { path: `/v1/discontinuances/${discontinuanceId}/close` },
    listDiscontinuances: { path: '/v1/discontinuances' },
    getDiscontinuance: { path: `/v1/discontinuances/${discontinuanceId}` },
    getFanOut: { path: `/v1/discontinuances/${discontinuanceId}/progress` },
    ...takeoverSamples(`/v1/discontinuances/${discontinuanceId}`, takenOver, resellerId),
  }
}

/** A sample of each line on submissions. */
export const submissionSamples = (submissionId: string): Record<keyof typeof submissionRoutes, Sample> => ({
  listSubmissions: { path: '/v1/submissions' },
  getSubmission: { path: `/v1/submissions/${submissionId}` },
  sendSubmission: {
    path: `/v1/submissions/${submissionId}/send`,
    body: { plan: '引き受ける', expectedCompletionOn: null, contact: '結城' },
  },
  acknowledgeSubmission: { path: `/v1/submissions/${submissionId}/acknowledge`, body: { receiptNumber: '受-1' } },
  returnSubmission: { path: `/v1/submissions/${submissionId}/return`, body: { reason: '足りない' } },
})
