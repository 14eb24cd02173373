import { randomUUID } from 'node:crypto'
import { rolesOfPeople, type Principal } from '../../shared/domain/people.ts'
import { subOfMail } from '../adapters/accounts-by-mail.ts'
import { accessClaims, signedToken } from '../adapters/jwt.ts'
import { signerInFile } from '../adapters/key-files.ts'
import type { Issuer } from '../adapters/tokens.ts'
import type { Dependencies } from '../ports/dependencies.ts'
import { signIn } from '../application/tenants/sign-in.ts'

const name = 'https://issuer.musubi.invalid'
const clientId = 'musubi-local'
const lifeSeconds = 3_600

export const operatorMail = 'operator@musubi.example.jp'

export type LocalIssuer = {
  readonly issuer: Issuer
  readonly jwks: () => Promise<unknown>
  /** A token for the person with that mail address, as its membership says; undefined for one who has none. */
  readonly tokenFor: (mail: string) => Promise<{ readonly token: string; readonly role: Principal['role'] } | undefined>
}

/** Counterpart of a Cognito user pool on AWS: it knows people by mail, and has their role from the same use case. */
export const localIssuer = async (
  folder: string,
  deps: Pick<Dependencies, 'clock' | 'commits' | 'directory' | 'people'>,
  signedIn: (mail: string) => void,
): Promise<LocalIssuer> => {
  const signer = signerInFile(folder, 'issuer')
  const jwks = { keys: [await signer.publicJwk()] }
  return {
    issuer: { issuer: name, clientId, roles: rolesOfPeople, jwks: jwks as never },
    jwks: async () => jwks,
    tokenFor: async (mail) => {
      const sub = subOfMail(mail)
      const said = await signIn(deps)({ account: sub, groups: mail === operatorMail ? ['operators'] : [] })
      if (!said) return undefined
      signedIn(mail)
      const claims = { ...accessClaims(name, sub, clientId, lifeSeconds, randomUUID()), ...said }
      return { token: await signedToken(signer, claims), role: said.role }
    },
  }
}
