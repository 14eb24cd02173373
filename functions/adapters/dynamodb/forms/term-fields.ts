import * as z from 'zod'
import {
  listedTerms,
  searchTerms,
  termOf,
  unlistedTerms,
  type ContractTerm,
  type MaybeTerm,
  type SearchTerm,
  type ListedTerm,
  type TermName,
  type TermsOf,
  type UnlistedTerm,
} from '../../../../shared/domain/contract/contract-terms.ts'
import { field, maybe, orNull, type Field } from './fields.ts'
import { count, day } from './values.ts'

/*
 * How the plain terms of a contract are stored, from their table: under which keys, and what absence means.
 */

type FieldsOf<Name extends TermName> = {
  readonly [One in Name]: Field<
    Exclude<TermsOf<Name>[One & keyof TermsOf<Name>], undefined>,
    One extends MaybeTerm ? true : false
  >
}

const typeOf = ({ kind }: ContractTerm): z.ZodType => (kind === 'day' ? day : count)

const fieldOf = (term: ContractTerm, key: string): Field<unknown> => {
  if (term.presence === 'always') return field(key, typeOf(term))
  return term.presence === 'orNull' ? orNull(key, typeOf(term)) : maybe(key, typeOf(term))
}

const fieldsOf = <Name extends TermName>(
  names: readonly Name[],
  make: (term: ContractTerm) => Field<unknown>,
): Readonly<Record<Name, Field<unknown>>> =>
  Object.fromEntries(names.map((name) => [name, make(termOf(name))])) as Record<Name, Field<unknown>>

const revisionKeyOf = ({ revision }: ContractTerm): string => revision?.key as string

/** The terms of a revision that lists show. */
export const listedTermFields = fieldsOf(listedTerms, (term) =>
  fieldOf(term, revisionKeyOf(term)),
) as FieldsOf<ListedTerm>
/** Those that no list shows. */
export const unlistedTermFields = fieldsOf(unlistedTerms, (term) =>
  fieldOf(term, revisionKeyOf(term)),
) as FieldsOf<UnlistedTerm>
/** Those that a search shows. */
export const searchTermFields = fieldsOf(searchTerms, (term) =>
  fieldOf(term, term.search?.key as string),
) as FieldsOf<SearchTerm>

type Differs<Name extends TermName> = {
  readonly [One in Name]: Field<
    Exclude<TermsOf<Name>[One & keyof TermsOf<Name>], undefined> | (One extends MaybeTerm ? null : never),
    true
  >
}

const differing = (term: ContractTerm): Field<unknown> =>
  maybe(revisionKeyOf(term), term.presence === 'always' ? typeOf(term) : z.nullable(typeOf(term)))

/**
 * Fields in which a revision that is not in force differs from the one that is; null where it says nothing any more.
 */
export const differingListedTermFields = fieldsOf(listedTerms, differing) as Differs<ListedTerm>
export const differingUnlistedTermFields = fieldsOf(unlistedTerms, differing) as Differs<UnlistedTerm>
