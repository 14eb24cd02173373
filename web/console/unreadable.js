// @ts-check
/**
 * What of a list could not be shown. The platform knows of it as a defect of its own; whoever reads the list is told that
 * something is missing from it, and which.
 *
 * @typedef {import('./shapes.js').Ask} Ask
 * @typedef {import('./shapes.js').Words} Words
 */

/**
 * Asks as `ask` does, and keeps in mind what the answers could not show.
 * @param {Ask} ask
 * @returns {{ ask: Ask, notices: () => readonly Words[] }}
 */
export const noting = (ask) => {
  /** @type {Set<string>} */
  const ids = new Set()
  let unnamed = 0
  const asked = async (/** @type {Parameters<Ask>} */ ...given) => {
    const answer = await ask(...given)
    const { unreadable = [] } = /** @type {{ unreadable?: readonly { id: string | null }[] }} */ (answer ?? {})
    for (const { id } of unreadable) {
      if (id === null) unnamed += 1
      else ids.add(id)
    }
    return answer
  }
  const notices = () => {
    const left = ids.size + unnamed
    if (left === 0) return []
    const named = ids.size > 0 ? `（${[...ids].join('、')}）` : ''
    return [
      /** @type {Words} */ ({
        kind: 'words',
        tone: 'alert',
        lines: [
          `読み取れないため、ここに出ていないものが${left}件あります${named}。当方の不具合として、調べています。`,
        ],
      }),
    ]
  }
  return { ask: /** @type {Ask} */ (asked), notices }
}
