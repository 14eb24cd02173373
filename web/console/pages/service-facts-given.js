// @ts-check
import { fields } from './service-facts.js'

/**
 * What a version says, as its fields have it, and back: what is said in one word there is a choice and its details here.
 *
 * @typedef {import('../shapes.js').Given} Given
 * @typedef {import('../shapes.js').Answer<'getServiceVersion'>['facts']} Facts
 */

const asGiven = (/** @type {unknown} */ value) => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value : String(value)
}

/**
 * What a version says, as it stands in the fields.
 * @param {Facts} facts
 */
export const factsAsGiven = (facts) =>
  Object.fromEntries(
    fields.map(({ at }) => {
      const value = at.split('.').reduce((/** @type {any} */ part, step) => part?.[step], asFields(facts))
      return [at, /** @type {Given} */ (asGiven(value))]
    }),
  )

/** @param {Facts} facts */
const asFields = ({ insurance, placement, ...facts }) => {
  const { coveredMatters, coverageCountPerYear: times, selfPayCases: cases } = insurance
  const selfPay = cases.length > 0 ? 'cases' : ''
  return {
    ...facts,
    // One text from before the considerations were asked stands where the first of them is.
    placement: typeof placement === 'string' ? { boundary: placement } : placement,
    insurance: {
      ...insurance,
      coveredMatters: coveredMatters.map((one) => (typeof one === 'string' ? { kind: '', what: one } : one)),
      times: typeof times === 'number' ? 'limited' : (times ?? ''),
      coverageCountPerYear: typeof times === 'number' ? times : null,
      selfPay: cases === 'none' ? 'none' : selfPay,
      selfPayCases: cases === 'none' ? [] : cases,
    },
  }
}

/** @param {any} insurance */
const insuranceOf = ({ times, selfPay, coveredMatters = [], ...insurance }) => ({
  insurer: '',
  ...insurance,
  coveredMatters: coveredMatters.map((/** @type {any} */ { kind, what }) => (kind ? { kind, what } : what)),
  coverageCountPerYear: times === 'unlimited' ? 'unlimited' : (insurance.coverageCountPerYear ?? null),
  selfPayCases: selfPay === 'none' ? 'none' : (insurance.selfPayCases ?? []),
})

/**
 * The body with what only the rules ask for: a choice not made is a null, a text not given an empty one.
 * @param {any} body
 */
export const shapeFacts = ({ facts, ...body }) => ({
  ...body,
  facts: {
    ...facts,
    placement: facts.placement ? { boundary: '', segments: '', unseen: '', bypasses: '', ...facts.placement } : null,
    dataStorage:
      facts.dataStorage?.kind === 'known' ? { countries: [], ...facts.dataStorage } : (facts.dataStorage ?? null),
    insurance: insuranceOf(facts.insurance),
    termination: { penalty: null, ...facts.termination },
    devices: (facts.devices ?? []).map((/** @type {object} */ device) => ({ manufacturer: '', model: '', ...device })),
  },
})
