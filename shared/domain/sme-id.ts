import type { OwnSmeId, SmeId } from './ids.ts'

/** True for an id that an implementing entity gave to an SME without 法人番号: no 法人番号 begins with a letter. */
export const isOwnSmeId = (smeId: SmeId): smeId is OwnSmeId => smeId.startsWith('sme_')

/** The number of an SME as documents state it: its 法人番号, or the one its implementing entity gave it. */
export const numberInWords = (smeId: SmeId): string =>
  isOwnSmeId(smeId) ? `法人番号なし（実施主体が本人を確かめて付けた番号 ${smeId}）` : `法人番号 ${smeId}`
