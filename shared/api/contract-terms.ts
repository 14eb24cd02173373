import * as z from 'zod'
import {
  termNames,
  termOf,
  type ContractTerm,
  type TermName,
  type TermsGiven,
  type TermsOf,
} from '../domain/contract/contract-terms.ts'
import { Day } from './fields.ts'

/*
 * How the plain terms of a contract are taken in and shown, from their table.
 */

type Shape<Says> = {
  readonly [Name in keyof Says]-?: z.ZodType<Says[Name], Says[Name]> &
    ({} extends Pick<Says, Name>
      ? { readonly _zod: { readonly optin: 'optional'; readonly optout: 'optional' } }
      : unknown)
}

const given = (term: ContractTerm) => {
  const value = term.kind === 'day' ? Day : z.int().min(term.least).max(term.most)
  return term.presence === 'always' ? value : value.nullable().optional()
}

const shown = (term: ContractTerm) => {
  const value = term.kind === 'day' ? Day : z.int()
  if (term.presence === 'always') return value
  return term.presence === 'orNull' ? value.nullable() : value.optional()
}

const shapeOf = (names: readonly TermName[], schemaOf: (term: ContractTerm) => z.ZodType) =>
  Object.fromEntries(names.map((name) => [name, schemaOf(termOf(name))]))

/** The fields by which a form gives the plain terms. One that is optional may be null or left out. */
export const termsGiven = shapeOf(termNames, given) as Shape<TermsGiven>

/** The fields by which a view shows some plain terms. */
export const termsShown = <Name extends TermName>(names: readonly Name[]): Shape<TermsOf<Name>> =>
  shapeOf(names, shown) as Shape<TermsOf<Name>>
