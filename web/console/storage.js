// @ts-check
/** What lies in this tab's sessionStorage, and nowhere else: it goes with the tab. */

/**
 * @template T
 * @param {string} place
 * @returns {T | undefined}
 */
export const stored = (place) => {
  try {
    return JSON.parse(sessionStorage.getItem(place) || 'null') ?? undefined
  } catch {
    // Storage may be shut off; the console then works until it is reloaded.
    return undefined
  }
}

/**
 * Keeps a value, or forgets it where there is none.
 * @param {string} place
 * @param {unknown} value
 */
export const store = (place, value) => {
  try {
    if (value === undefined) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(value))
  } catch {
    // As above; or the value is larger than there is room for.
  }
}
