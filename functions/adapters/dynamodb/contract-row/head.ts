import type * as z from 'zod'
import { NotInForm, parsedText, UnreadableRow, upgraded } from '../../../ports/stored-forms.ts'
import { partOf, strangersIn } from '../forms/fields.ts'
import { decoded, encoded, numbered } from '../forms/stored-form.ts'
import { concludedFrom, concludedTo, dealFrom, dealTo, type HeadPlace } from './assembly.ts'
import { lineCodec, lineFields, restCodecs, restFields } from './schema.ts'
import { headFrom1To2 } from './upgrades/from-1-to-2.ts'
import type { ExistingContract } from '../../../../shared/domain/contract/states.ts'

/*
 * A contract's head: two texts, put together with what the keys of its row say. Both bear the form number, and are
 * always of the same form.
 */

const kind = 'contract'
const upgrades = [headFrom1To2]

/** The form number of heads as they are written now. */
export const headForm = upgrades.length + 1

type Texts = { readonly r: unknown; readonly s?: unknown }

const numberedTexts = (r: string, s?: string): { readonly form: number; readonly texts: Texts } => {
  const line = numbered(kind, headForm, parsedText(kind, r))
  if (s === undefined) return { form: line.form, texts: { r: line.stored } }
  const rest = numbered(kind, headForm, parsedText(kind, s))
  if (rest.form !== line.form) throw new UnreadableRow(kind, `its texts are of forms ${line.form} and ${rest.form}`)
  return { form: line.form, texts: { r: line.stored, s: rest.stored } }
}

/** The form number of a head's texts. */
export const formOfHead = (r: string, s: string): number => numberedTexts(r, s).form

const currentTexts = (r: string, s?: string): Texts => {
  const { form, texts } = numberedTexts(r, s)
  return upgraded(kind, upgrades, form, texts) as Texts
}

const read = <Value>(codec: z.ZodType<Value>, stored: unknown): Value =>
  decoded({ kind, form: headForm, codec }, stored)

/** Line that lists show, read from `r` alone: in an index a head has no other text. */
export const readLine = (r: string) => read(lineCodec, currentTexts(r).r)

/** The contract a head holds. */
export const readHead = (r: string, s: string, place: HeadPlace): ExistingContract => {
  const texts = currentTexts(r, s)
  const line = read(lineCodec, texts.r)
  switch (line.stage) {
    case 'drafted': {
      const rest = read(restCodecs.drafted, texts.s)
      return { stage: 'drafted', deal: dealFrom(place, line, rest), explanation: rest.explanation }
    }
    case 'offered': {
      const rest = read(restCodecs.offered, texts.s)
      const { explanation, link } = rest
      return { stage: 'offered', deal: dealFrom(place, line, rest), explanation, link }
    }
    case 'void': {
      const rest = read(restCodecs.void, texts.s)
      return { stage: 'void', deal: dealFrom(place, line, rest), reason: rest.reason }
    }
    case 'live':
      return { stage: 'live', ...concludedFrom(place, line, read(restCodecs.live, texts.s)) }
    case 'ended': {
      const rest = read(restCodecs.ended, texts.s)
      const { endedAt, ending } = rest
      return { stage: 'ended', ...concludedFrom(place, line, rest, endedAt), endedAt, endedOn: line.endedOn, ending }
    }
  }
}

/** The two texts of a contract's head. */
export const writeHead = (contract: ExistingContract): { readonly r: string; readonly s: string } => {
  const { stage } = contract
  const all = saidOf(contract)
  const strangers = strangersIn({ ...lineFields[stage], ...restFields[stage] }, all)
  if (strangers.length > 0) throw new NotInForm(kind, strangers.join(', '))
  const line = encoded({ kind, codec: lineCodec }, { stage, ...partOf(lineFields[stage], all as never) } as never)
  const rest = encoded(
    { kind, codec: restCodecs[stage] as z.ZodType },
    partOf(restFields[stage] as typeof restFields.void, all as never),
  )
  return { r: textOf(line), s: textOf(rest) }
}

const textOf = (stored: unknown): string => JSON.stringify({ v: headForm, ...(stored as object) })

/** All that a head's texts say of a contract, under the names of the schema. */
const saidOf = (contract: ExistingContract): object => {
  const { deal, stage: _, ...more } = contract
  if (contract.stage !== 'live' && contract.stage !== 'ended') return { ...more, ...dealTo(deal, deal.seller) }
  return { ...concludedTo(contract), ...dealTo(deal, contract.holder) }
}
