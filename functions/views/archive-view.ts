import { numbersOf } from '../../shared/domain/short-number.ts'
import type { Archive } from '../../shared/domain/archive/archive.ts'
import type { ContractId } from '../../shared/domain/ids.ts'
import type { PlainDate } from '../../shared/domain/plain-date.ts'

/** An archive as it is shown. It is kept for the later of the day on record and the day by the years of today. */
export const archiveView = (
  contractId: ContractId,
  archive: Archive,
  version: number,
  retention: Retention | null,
  retentionYears: number,
) => {
  const about = { ...numbersOf(contractId), version, retentionYears, stage: archive.stage }
  if (archive.stage === 'none')
    return { ...about, sealings: [], unprintable: [], keepUntil: null, holds: [], disposedOn: null }
  const { sealings, unprintable, keepUntil, holds, disposedOn } = archive
  const later = retention && (keepUntil === null || keepUntil < retention.until) ? retention.until : keepUntil
  return {
    ...about,
    sealings: sealings.map((sealing) => ({
      ...sealing,
      documents: [...sealing.documents],
      certificate: { sha256: sealing.certificate.sha256 },
    })),
    unprintable: [...unprintable],
    keepUntil: later,
    holds: [...holds],
    disposedOn,
  }
}

export type Retention = { readonly until: PlainDate; readonly endedOn: PlainDate; readonly years: number }
