import type { Words } from '../words.ts'

/** Kinds of files that are taken in. What a file is, its content says; its name and its sender are not believed. */
export const fileKinds = ['pdf', 'jpeg', 'png', 'xlsx', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]

/** Content type and ending of each kind. */
export const aboutFileKind: Readonly<Record<FileKind, { readonly type: string; readonly endings: readonly string[] }>> =
  {
    pdf: { type: 'application/pdf', endings: ['pdf'] },
    jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
    png: { type: 'image/png', endings: ['png'] },
    xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
    csv: { type: 'text/csv', endings: ['csv'] },
  }

/** Bytes of a file at most: 20 MB, as Windows counts them. */
export const maxFileBytes = 20 * 1024 * 1024

/** Purposes a file can be accepted for. */
export const filePurposes = [
  'resaleAgreement',
  'trainingMaterial',
  'trainingProof',
  'conformityEvidence',
  'serviceTerms',
  'insuranceGuide',
  'paperContract',
  'authorityReceipt',
] as const
export type FilePurpose = (typeof filePurposes)[number]

/** Kinds of objects that files belong to. */
type FileSubject = 'reseller' | 'service' | 'contract' | 'submission'

type About = {
  readonly name: Words
  readonly of: FileSubject
  /** Who may bring one: the implementing entity, or whoever sells as well. */
  readonly by: 'entity' | 'sellers'
  /** Who reads it beside the implementing entity. */
  readonly readBy: readonly ('reseller' | 'sme')[]
  /**
   * True for a document with versions that others rest on: a second person approves each, from a day on. Before that
   * nobody but the implementing entity sees it.
   */
  readonly versioned: boolean
}

/** What each purpose asks of a file, and who gets to see it. */
export const aboutFilePurpose: Readonly<Record<FilePurpose, About>> = {
  resaleAgreement: {
    name: { ja: '再販契約書', en: 'resale agreement' },
    of: 'reseller',
    by: 'sellers',
    readBy: ['reseller'],
    versioned: false,
  },
  trainingMaterial: {
    name: { ja: '教育の資料', en: 'training material' },
    of: 'service',
    by: 'entity',
    readBy: ['reseller'],
    versioned: false,
  },
  trainingProof: {
    name: { ja: '教育を終えたことの証明', en: 'proof of training' },
    of: 'reseller',
    by: 'sellers',
    readBy: ['reseller'],
    versioned: false,
  },
  conformityEvidence: {
    name: { ja: '第2章1.(10)・(11)の証拠', en: 'evidence for 第2章1.(10) and (11)' },
    of: 'service',
    by: 'entity',
    readBy: [],
    versioned: false,
  },
  serviceTerms: {
    name: { ja: 'サービス規約', en: 'terms of service' },
    of: 'service',
    by: 'entity',
    readBy: ['reseller', 'sme'],
    versioned: true,
  },
  insuranceGuide: {
    name: { ja: '保険の説明', en: 'guide to the insurance' },
    of: 'service',
    by: 'entity',
    readBy: ['reseller', 'sme'],
    versioned: true,
  },
  paperContract: {
    name: { ja: '紙の契約書の写し', en: 'scan of a paper contract' },
    of: 'contract',
    by: 'sellers',
    readBy: ['reseller'],
    versioned: false,
  },
  authorityReceipt: {
    name: { ja: '受理を示す書面', en: 'receipt of an authority' },
    of: 'submission',
    by: 'entity',
    readBy: [],
    versioned: false,
  },
}
