import type { Signer } from '../ports/secrets.ts'

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token with these claims, signed RS256. */
export const signedToken = async (signer: Signer, claims: Readonly<Record<string, unknown>>): Promise<string> => {
  const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: signer.keyId })}.${encoded(claims)}`
  return `${text}.${Buffer.from(await signer.sign(Buffer.from(text))).toString('base64url')}`
}

/** The claims every access token bears. In real time, not business time: whoever verifies knows no other clock. */
export const accessClaims = (issuer: string, sub: string, clientId: string, lifeSeconds: number, jti: string) => {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: issuer,
    sub,
    client_id: clientId,
    token_use: 'access',
    jti,
    iat: now,
    auth_time: now,
    exp: now + lifeSeconds,
  }
}
