import type { Principal } from '../../shared/domain/people.ts'

/** Who a token speaks for; undefined for one that is not good, whatever is wrong with it. */
export type Tokens = { readonly verify: (token: string) => Promise<Principal | undefined> }
