import type * as z from 'zod'
import type { FileDone, FileView } from '../../shared/api/views/file.ts'
import type { ExistingFile } from '../../shared/domain/file/file.ts'
import { aboutFilePurpose } from '../../shared/domain/file/purposes.ts'
import type { NamesBySub } from '../ports/people.ts'
import { personBySub } from './person-shown.ts'

/** Where a file stands after a step. */
export const fileDone = (file: ExistingFile, version: number): z.input<typeof FileDone> => {
  const { fileId, of, purpose, number, kind, bytes, sha256, stage, until, effectiveOn } = file
  return { fileId, of, purpose, number, kind, bytes, sha256, stage, until, effectiveOn, version }
}

/** The people who did something with a file. */
export const peopleOf = ({ begunBy, acceptedBy, approvedBy }: ExistingFile): readonly string[] =>
  [begunBy, acceptedBy, approvedBy].filter((sub) => sub !== null)

/** A file with its name, by the names of people that were looked up. */
export const fileView = (
  file: ExistingFile,
  version: number,
  { name, names, inForce }: { readonly name: string; readonly names: NamesBySub; readonly inForce: boolean },
): z.input<typeof FileView> => {
  const person = (sub: string) => personBySub(sub, names)
  const { purpose, broughtBy, begunAt, begunBy, scannedBy, checkedAt, acceptedAt, acceptedBy, approvedBy } = file
  return {
    ...fileDone(file, version),
    purposeName: { ...aboutFilePurpose[purpose].name },
    name,
    broughtBy,
    begunAt,
    begunBy: person(begunBy),
    scannedBy,
    checkedAt,
    acceptedAt,
    acceptedBy: acceptedBy === null ? null : person(acceptedBy),
    approvedBy: approvedBy === null ? null : person(approvedBy),
    inForce,
  }
}
