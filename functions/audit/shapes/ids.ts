/** Ids are a kind, an underscore and a sortable suffix of 26 characters (a UUID v7 in Crockford's base 32). */
export type EntityId = `ent_${string}`

export type RegistrationBodyId = `rbd_${string}`

export type ResellerId = `rsl_${string}`

export type ServiceId = `svc_${string}`

/** A day on the calendar of Japan, `YYYY-MM-DD`. Two of them compare as strings. */
export type PlainDate = string

/** A span of days, both ends included; without `until` it has no end yet. */
export type Period = { readonly from: PlainDate; readonly until: PlainDate | null }

/** A moment, RFC 3339 in UTC with milliseconds. Two of them compare as strings. Fields that hold one end in `…At`. */
export type Instant = string

export type DiscontinuanceId = `dsc_${string}`

export type ConcernId = `cnc_${string}`

export type OperationId = `opr_${string}`

/** A contract's suffix is its portfolio's twelve characters and its own 26: the id says where its row lies. */
export type ContractId = `ctr_${string}`

/** A portfolio belongs to a reseller, or, for direct contracts, to the implementing entity itself. */
export type PortfolioOwner = EntityId | ResellerId

/** An SME is its 法人番号, or for a sole proprietor the id under which the implementing entity verified it. */
export type SmeId = string

export type OwnSmeId = `sme_${string}`

export type Prefecture = string

export type ExceptionId = `exc_${string}`

/** Party that can answer for a contract. */
export type Holder = EntityId | ResellerId

export type SubmissionId = `sbm_${string}`

/** A file that somebody brings. */
export type FileId = `fil_${string}`

export type RedisclosureId = `rdc_${string}`

/** An archive's suffix is its contract's: one is found from the other. */
export type ArchiveId = `arc_${string}`

/** The roles of an implementing entity's people. */
export type EntityRole = 'entityAdmin' | 'entityStaff'

/** The roles of a reseller's people. */
export type ResellerRole = 'resellerAdmin' | 'resellerStaff'

export type Role = 'operator' | EntityRole | ResellerRole | 'sme' | 'registrationBody' | 'ipa'

/** Actor as the ledger keeps it: ids only, never a name. `system` is the platform's own relay or worker. */
export type Actor = { readonly role: Role | 'system'; readonly sub: string; readonly tenant: string }
