import type { takeoverRoutes } from '../../shared/api/routes/takeovers.ts'

type Sample = { readonly path: string; readonly body?: unknown }

/** A sample for every line on the takeovers of a case, and on one contract in it. */
export const takeoverSamples = (path: string, contractId: string): Record<keyof typeof takeoverRoutes, Sample> => {
  const takeover = `${path}/takeovers/${contractId}`
  return {
    listTakeovers: { path: `${path}/takeovers` },
    tellSme: { path: `${takeover}/tell`, body: { by: 'phone', spokeTo: '社長' } },
    sendNoticeAgain: {
      path: `${takeover}/notice`,
      body: { address: { mail: 'new-address@example.jp', statedBy: '社長' } },
    },
    noteCoverage: {
      path: `${takeover}/coverage`,
      body: { facet: 'insurance', finding: 'confirmed', evidence: '保険会社に確かめた。' },
    },
    settleTakeover: { path: `${takeover}/settle`, body: { settlement: 'servedByImplementingEntity' } },
  }
}
