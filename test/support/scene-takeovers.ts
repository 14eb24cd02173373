import type { takeoverWorkRoutes } from '../../shared/api/routes/takeover-work.ts'
import type { takeoverRoutes } from '../../shared/api/routes/takeovers.ts'

type Sample = { readonly path: string; readonly body?: unknown }

/** A sample for every line on the takeovers of a case, and on one contract in it. */
export const takeoverSamples = (
  path: string,
  contractId: string,
  resellerId: string,
): Record<keyof typeof takeoverRoutes | keyof typeof takeoverWorkRoutes, Sample> => {
  const takeover = `${path}/takeovers/${contractId}`
  return {
    listTakeovers: { path: `${path}/takeovers` },
    listUnreached: { path: `${path}/unreached` },
    downloadUnreached: { path: `${path}/unreached.csv` },
    tellSme: { path: `${takeover}/tell`, body: { by: 'phone', spokeTo: '社長' } },
    sendNoticeAgain: {
      path: `${takeover}/notice`,
      body: { address: { mail: 'new-address@example.jp', statedBy: '社長' } },
    },
    noteCoverage: {
      path: `${takeover}/coverage`,
      body: { facet: 'insurance', finding: 'confirmed', evidence: '保険会社に確かめた。' },
    },
    workOnTakeovers: { path: `${path}/work`, body: { work: 'serveOn', on: { contractIds: [contractId] } } },
    moveContracts: {
      path: `${path}/moves`,
      body: { resellerId, rows: [{ contractId, consent: { givenBy: '社長', on: '2026-10-01', how: 'phone' } }] },
    },
    settleTakeover: { path: `${takeover}/settle`, body: { settlement: 'servedByImplementingEntity' } },
  }
}
