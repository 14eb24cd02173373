import type { Principal } from '../../shared/domain/people.ts'

/**
 * Verifier of tokens: it gives the principal one speaks for, or undefined for one that is not good, whatever is wrong.
 */
export type Tokens = { readonly verify: (token: string) => Promise<Principal | undefined> }
