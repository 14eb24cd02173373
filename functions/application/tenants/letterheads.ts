import type { InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { letterheadOn, type Letterhead, type StatedLetterhead } from '../../../shared/domain/letterhead.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { letterheadForm } from '../../papers/letterheads.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { EvidenceDocument } from '../../ports/records.ts'

/** Name under which a letterhead lies beside the event that states it. */
const letterheadPaper = 'letterhead'

export type Stated = readonly StatedLetterhead[] | undefined

/** Reads what stated letterheads say, in their order: one request, and none for none. */
export const saidIn = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  stream: string,
  stated: Stated = [],
): Promise<readonly Letterhead[]> => {
  const names = stated.map(({ paper }) => numbered(letterheadPaper, paper))
  return names.length === 0 ? [] : (await ledger.papers(stream, names)).map((one) => letterheadForm.read(one))
}

/** The letterhead that counts on a day; undefined where none was stated. One request, and none without one. */
export const letterheadOf = async (
  deps: Pick<Dependencies, 'ledger'>,
  stream: string,
  stated: Stated,
  day: PlainDate,
): Promise<Letterhead | undefined> => {
  const counts = letterheadOn(stated, day)
  const [said] = await saidIn(deps, stream, counts ? [counts] : [])
  return said
}

type Given = InputOf<Routes['stateLetterhead']>['body']

/** A letterhead as it is given, with the evidence document of it beside the event after a version. */
export const statingLetterhead = (
  { digest }: Pick<Dependencies, 'digest'>,
  version: number,
  { from, reading, postalAddress, representative: { name, title, reading: ofName } }: Given,
  today: PlainDate,
): { readonly stated: StatedLetterhead; readonly said: Letterhead; readonly document: EvidenceDocument } => {
  const said = {
    ...(reading === undefined ? {} : { reading }),
    postalAddress,
    representative: { name, title, ...(ofName === undefined ? {} : { reading: ofName }) },
  }
  const document = paperAt(digest, letterheadPaper, version, letterheadForm.write(said))
  return { stated: { from: from ?? today, sha256: document.sha256, paper: version + 1 }, said, document }
}
