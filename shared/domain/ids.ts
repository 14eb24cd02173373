/** Ids are a kind, an underscore and a sortable suffix of 26 characters (a UUID v7 in Crockford's base 32). */
export type EntityId = `ent_${string}`
export type RegistrationBodyId = `rbd_${string}`
export type ServiceId = `svc_${string}`
export type ResellerId = `rsl_${string}`
export type DiscontinuanceId = `dsc_${string}`
export type ConcernId = `cnc_${string}`
export type SubmissionId = `sbm_${string}`
export type OperationId = `opr_${string}`
export type ExceptionId = `exc_${string}`
export type RedisclosureId = `rdc_${string}`
export type FileId = `fil_${string}`
/** A contract's suffix is its portfolio's twelve characters and its own 26: the id says where its row lies. */
export type ContractId = `ctr_${string}`

/** An archive's suffix is its contract's: one is found from the other. */
export type ArchiveId = `arc_${string}`

/** An SME is its 法人番号, or for a sole proprietor the id under which the implementing entity verified it. */
export type SmeId = string

/** Id that an implementing entity gave to an SME without 法人番号; no 法人番号 looks like it. */
export type OwnSmeId = `sme_${string}`

/** A portfolio belongs to a reseller, or, for direct contracts, to the implementing entity itself. */
export type PortfolioOwner = EntityId | ResellerId

/** Holder: a party that can answer for a contract. */
export type Holder = EntityId | ResellerId

const portfolioLength = 12

/** The twelve characters that name an owner's portfolio: the random end of its id, so two never meet by chance. */
export const portfolioOf = (owner: PortfolioOwner): string => owner.slice(-portfolioLength)

/** The portfolio named inside a contract's id. */
export const portfolioOfContract = (id: ContractId): string => id.slice(4, 4 + portfolioLength)

/** A contract's own 26 characters. */
export const ownSuffix = (id: ContractId): string => id.slice(4 + portfolioLength)

export const contractIdIn = (owner: PortfolioOwner, suffix: string): ContractId => `ctr_${portfolioOf(owner)}${suffix}`

/** True for a text in the form of a contract's id. */
export const isContractId = (text: string): text is ContractId => /^ctr_[0-9a-z]{38}$/.test(text)

/** Number of shards into which guards and portfolios are split, so that no single row meets every signing. */
export const shardCount = 16

export const archiveOf = (id: ContractId): ArchiveId => `arc_${id.slice(4)}`

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The shard of a contract, from the random end of its id: 0 to 15, evenly spread. */
export const shardOf = (id: ContractId): number => alphabet.indexOf(id.slice(-1)) % shardCount
