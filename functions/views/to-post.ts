import type { Sme } from '../../shared/domain/contract/terms.ts'
import type { PostalAddress } from '../../shared/domain/postal-address.ts'

/** What a letter by post and a call need of an SME: its address, and how it is read aloud; null where nobody gave it. */
export const toPost = ({
  postalAddress,
  reading,
}: Pick<Sme, 'postalAddress' | 'reading'>): {
  readonly postalAddress: PostalAddress | null
  readonly reading: string | null
} => ({ postalAddress: postalAddress ?? null, reading: reading ?? null })
