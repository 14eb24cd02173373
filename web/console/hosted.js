// @ts-check
import { store, stored } from './storage.js'

/**
 * How people sign in, as `/settings.json` says. On AWS the deployment writes it:
 *
 *   { "signIn": { "kind": "hosted", "domain": "https://….auth.ap-northeast-1.amazoncognito.com", "clientId": "…" } }
 *
 * and allows this client, besides the authorization code grant with the scope `openid`, the callback and the sign-out
 * address `https://(this site)/console/`. On this machine the local server answers with the people to try things as:
 *
 *   { "signIn": { "kind": "local", "people": [{ "who": "…", "mail": "…" }] } }
 *
 * @typedef {{ kind: 'hosted', domain: string, clientId: string }} Hosted
 * @typedef {{ kind: 'local', people: readonly { who: string, mail: string }[] }} Local
 * @typedef {Hosted | Local} SignIn
 */

/** @type {Promise<SignIn | undefined> | undefined} */
let asked

const read = async () => {
  try {
    const response = await fetch('/settings.json', { cache: 'no-store', credentials: 'omit' })
    return response.ok ? /** @type {{ signIn: SignIn }} */ (await response.json()).signIn : undefined
  } catch {
    // No answer, or not ours; asked again the next time someone wants to sign in.
    return undefined
  }
}

/** How people sign in here; undefined where that cannot be known now. */
export const signIn = async () => {
  asked ??= read()
  const found = await asked
  if (!found) asked = undefined
  return found
}

const home = () => `${location.origin}/console/`
const place = 'musubi.console.signIn'

const text = (/** @type {Uint8Array} */ bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
const random = () => text(crypto.getRandomValues(new Uint8Array(32)))

/** @param {Hosted} where @param {Readonly<Record<string, string>>} form */
const tokens = async ({ domain, clientId }, form) => {
  const response = await fetch(`${domain}/oauth2/token`, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: clientId, ...form }),
  })
  if (!response.ok) return undefined
  return /** @type {{ access_token: string, refresh_token?: string }} */ (await response.json())
}

/**
 * Goes to the hosted sign-in, to come back with a code (RFC 6749 §4.1 with the proof of RFC 7636).
 * @param {Hosted} where
 */
export const goToSignIn = async ({ domain, clientId }) => {
  const [verifier, state] = [random(), random()]
  store(place, { verifier, state, hash: location.hash })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  location.assign(
    `${domain}/oauth2/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: home(),
      scope: 'openid',
      state,
      code_challenge: text(new Uint8Array(digest)),
      code_challenge_method: 'S256',
      lang: 'ja',
    })}`,
  )
}

/**
 * Takes the code the sign-in came back with out of the address and changes it for tokens. Undefined where there is
 * none; null where there is one that brought nothing.
 */
export const cameBack = async () => {
  const answer = new URLSearchParams(location.search)
  if (!answer.has('code') && !answer.has('error')) return undefined
  /** @type {{ verifier: string, state: string, hash: string } | undefined} */
  const begun = stored(place)
  store(place, undefined)
  history.replaceState(null, '', `${location.pathname}${begun?.hash ?? ''}`)
  const code = answer.get('code')
  // A code nobody here asked for may be someone else's, left for us to sign in with.
  if (!code || !begun || answer.get('state') !== begun.state) return null
  const where = await signIn()
  if (where?.kind !== 'hosted') return null
  try {
    const form = { grant_type: 'authorization_code', code, redirect_uri: home(), code_verifier: begun.verifier }
    const made = await tokens(where, form)
    return made ? { token: made.access_token, refresh: made.refresh_token } : null
  } catch {
    return null
  }
}

/** @param {string} refresh */
export const renewed = async (refresh) => {
  const where = await signIn()
  if (where?.kind !== 'hosted') return undefined
  try {
    return (await tokens(where, { grant_type: 'refresh_token', refresh_token: refresh }))?.access_token
  } catch {
    // No answer now: the caller says that the session has run out, and signing in again mends it.
    return undefined
  }
}

/**
 * Ends the session there too; here nothing of it is kept any more.
 * @param {string | undefined} refresh
 */
export const leave = async (refresh) => {
  const where = await signIn()
  if (where?.kind !== 'hosted') return
  const { domain, clientId } = where
  if (refresh) {
    const body = new URLSearchParams({ token: refresh, client_id: clientId })
    // Whether or not it is heard, the sign-out below ends the session.
    await fetch(`${domain}/oauth2/revoke`, { method: 'POST', credentials: 'omit', body }).catch(() => undefined)
  }
  location.assign(`${domain}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: home() })}`)
}
