/** The parties to a contract, and who answers for it. */
export const contractParties = ['implementingEntity', 'reseller', 'sme'] as const
export type ContractParty = (typeof contractParties)[number]

/** Those of them who sell: each supplies what selling asks of it. */
export const sellingParties = ['reseller', 'implementingEntity'] as const
export type SellingParty = (typeof sellingParties)[number]

/** Everyone who can owe something before a step is taken; `platform` is the house itself. */
export const parties = ['implementingEntity', 'reseller', 'registrationBody', 'ipa', 'platform'] as const
export type Party = (typeof parties)[number]
