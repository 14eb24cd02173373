// @ts-check
import { functions, word } from '../words.js'
import { dayInWords } from './common.js'

/**
 * 第2章1.(6) A contract that does not bind all functions names the exception that allows it. Which functions it leaves
 * out is the exception's to say, so nobody is asked for them again.
 *
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Answer<'listExceptions'>['items'][number]} Exception
 */

/**
 * The exceptions under which a contract can be made today.
 * @param {import('../shapes.js').Visit} visit
 */
export const approvedExceptions = ({ ask }) =>
  ask('listExceptions', {}, { stage: 'approved' }).then(({ items }) => items)

/** @param {Exception} exception @param {(id: string | null) => string} party */
const described = ({ leavesOut, smeIds, expiresOn, resellerId }, party) => {
  const [first = '', ...others] = smeIds
  const smes = others.length > 0 ? `${first}など${others.length + 1}者` : first
  const without = leavesOut.map((one) => word(functions, one)).join('、')
  return `${without}を含めない（${party(resellerId)}、法人番号 ${smes}、${dayInWords(expiresOn)}まで）`
}

/**
 * One field for each service that has an exception, asked while that service is chosen.
 * @param {readonly Exception[]} exceptions
 * @param {(id: string | null) => string} party
 * @returns {readonly Field[]}
 */
export const exceptionFields = (exceptions, party) =>
  [...new Set(exceptions.map(({ serviceId }) => serviceId))].map((serviceId) => ({
    name: `exception.${serviceId}`,
    label: '個別契約の例外',
    kind: 'pick',
    none: 'すべての機能を一つで契約する',
    options: exceptions
      .filter((one) => one.serviceId === serviceId)
      .map((one) => [one.exceptionId, described(one, party)]),
    optional: true,
    hint: '法令等やむを得ない事情により、承認された例外で結ぶ契約のときだけ選びます。',
    when: ['terms.serviceId', serviceId],
  }))

/**
 * The body with the exception that was chosen, and the functions it leaves.
 * @param {readonly Exception[]} exceptions
 * @returns {(body: any) => object}
 */
export const underException =
  (exceptions) =>
  ({ exception = {}, ...body }) => {
    const [exceptionId] = Object.values(exception)
    const chosen = exceptions.find((one) => one.exceptionId === exceptionId)
    if (!chosen) return body
    const bound = Object.keys(functions).filter((one) => !chosen.leavesOut.some((left) => left === one))
    return { ...body, functions: bound, exceptionId }
  }
