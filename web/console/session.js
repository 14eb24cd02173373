// @ts-check
import { renewed } from './hosted.js'
import { store, stored } from './storage.js'

/** @typedef {{ token: string, refresh?: string | undefined }} Session */

const place = 'musubi.console.session'

/** @type {Session | undefined} */
let memory = stored(place)

/** The token of whoever is signed in. */
export const token = () => memory?.token

/** The session as it is kept, for leaving it. */
export const session = () => memory

/** @param {Session | undefined} given */
export const keepSession = (given) => {
  memory = given
  store(place, given)
}

/** @type {Promise<boolean> | undefined} */
let renewing

const renewOnce = async () => {
  const refresh = memory?.refresh
  const token = refresh && (await renewed(refresh))
  // Whoever signed out meanwhile stays signed out.
  const isStill = memory?.refresh === refresh
  if (token && isStill) keepSession({ token, refresh })
  return Boolean(token) && isStill
}

/** A new token for the one that has run out, where there is a way to one; asked for once, however many want it. */
export const renew = () => {
  renewing ??= renewOnce().finally(() => {
    renewing = undefined
  })
  return renewing
}
