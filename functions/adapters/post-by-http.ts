const patienceMs = 10_000

/** Posts a body to an address outside, and gives the answer it got. Throws where none came in time. */
export const postByHttp = (url: string, type: string, body: string | ArrayBuffer): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    signal: AbortSignal.timeout(patienceMs),
  })
