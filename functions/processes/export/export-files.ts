import type { ContractId } from '../../../shared/domain/ids.ts'
import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import { revisionTerms, termOf } from '../../../shared/domain/contract/contract-terms.ts'
import { explanationOnRecord, type Explanation } from '../../../shared/domain/contract/explanation.ts'
import type { SaidBySme, Spoken } from '../../../shared/domain/contract/who-spoke.ts'
import { aboutKindOf } from '../../../shared/domain/submission/kinds/index.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import type { ArchiveFile, HeldRow } from '../../ports/holdings.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { nameIn } from './names.ts'
import { listOfItems, notListed } from '../../application/import/book-items.ts'
import type { FileRead } from './walk-files.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'

type Cell = string | number
type Table = {
  readonly name: string
  /** Kind of the rows it lists. */
  readonly kind: string
  readonly columns: Readonly<Record<string, (row: HeldRow) => Cell>>
}

/** A state, as far as a table asks what only one kind of thing has. */
type Shown = Readonly<Record<string, unknown>> & {
  readonly versions?: readonly unknown[]
  readonly registration?: { readonly number: string } | null
  readonly membership?: { readonly role: string; readonly resellerId?: string }
}
const stateOf = ({ says }: HeldRow): Shown => says['state'] as Shown
const dealOf = ({ says }: HeldRow): ExistingContract['deal'] => (says['state'] as ExistingContract).deal
const orEmpty = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' ? value : '')
const said = (name: string) => (row: HeldRow) => orEmpty(stateOf(row)[name])

const named = (place: string) => (row: HeldRow) => orEmpty(nameIn(row, place) ?? stateOf(row)[place])
const listed = (name: string) => (row: HeldRow) => (stateOf(row)[name] as readonly string[]).join(' ')

const explainedIn = ({ says }: HeldRow): Explanation | null => explanationOnRecord(says['state'] as ExistingContract)
const methods = { oral: '口頭', written: '書面', none: '' } as const
/** Items in the words a book has for them, so that what was not listed is not said to be when it is taken in again. */
const itemsOf = (explanation: Explanation | null): string => {
  if (!explanation) return ''
  return explanation.listed === false ? notListed : listOfItems(explanation.items)
}
const person = (row: HeldRow, who: 'addressee' | 'signer'): Partial<Spoken> =>
  (row.says[who] as Partial<Spoken> | null | undefined) ?? {}
const saidInWords: Readonly<Record<SaidBySme, string>> = { signed: '署名', confirmed: '記録の確認', disputed: '異議' }

/** Columns for who was asked to sign for an SME and who spoke for it, as the walk took it from evidence documents. */
const peopleColumns: Table['columns'] = {
  署名をお願いした方: (row) => orEmpty(person(row, 'addressee').name),
  署名をお願いした方の立場: (row) => orEmpty(person(row, 'addressee').title),
  お返事: (row) => orEmpty(saidInWords[person(row, 'signer').said as SaidBySme]),
  お返事をした方: (row) => spokenName(person(row, 'signer')),
  お返事をした方の立場: (row) => orEmpty(person(row, 'signer').title),
}
const spokenName = ({ said, name }: Partial<Spoken>): Cell => (said && name === null ? '記録なし' : orEmpty(name))

/** The plain terms of a contract that have a column. */
const termColumns: Table['columns'] = Object.fromEntries(
  revisionTerms.flatMap((name) => {
    const { column } = termOf(name)
    return column === null ? [] : [[column, (row: HeldRow) => dealOf(row)[name] ?? '']]
  }),
)

/** Tables of an export for people: one a kind, under Japanese headings. Programs have every row, whole. */
const tables: readonly Table[] = [
  {
    name: 'contracts.csv',
    kind: 'head',
    columns: {
      契約番号: ({ stream }) => (stream ? shortNumberOf(stream as ContractId) : ''),
      段階: said('stage'),
      会社名: ({ says }) => orEmpty(says['name']),
      法人番号: (row) => dealOf(row).smeId,
      都道府県: (row) => dealOf(row).prefecture,
      販売者: (row) => dealOf(row).seller,
      いま預かる者: (row) => orEmpty(stateOf(row)['holder'] ?? dealOf(row).seller),
      サービス: (row) => dealOf(row).serviceId,
      サービスの版: (row) => dealOf(row).serviceVersion,
      基準の版: (row) => dealOf(row).edition,
      '初期費用(税抜)': (row) => dealOf(row).initialFeeExTaxYen,
      ...termColumns,
      満了日: (row) => dealOf(row).endOn,
      契約日: said('signedOn'),
      終了日: said('endedOn'),
      説明方法: (row) => methods[explainedIn(row)?.method ?? 'none'],
      説明日: (row) => explainedIn(row)?.on ?? '',
      説明した事項: (row) => itemsOf(explainedIn(row)),
      開示書面のSHA256: (row) => dealOf(row).documentSha256,
      ...peopleColumns,
      契約ID: ({ stream }) => stream ?? '',
    },
  },
  {
    name: 'services.csv',
    kind: 'service',
    columns: {
      サービス: said('serviceId'),
      コード: said('code'),
      監視の型: said('monitoringType'),
      版の数: (row) => stateOf(row).versions?.length ?? 0,
      登録番号: (row) => orEmpty(stateOf(row).registration?.number),
    },
  },
  {
    name: 'resellers.csv',
    kind: 'reseller',
    columns: {
      再販協力会社: said('resellerId'),
      コード: said('code'),
      名前: said('name'),
      段階: said('stage'),
      都道府県: said('prefecture'),
      法人番号: said('corporateNumber'),
    },
  },
  {
    name: 'discontinuances.csv',
    kind: 'discontinuance',
    columns: {
      案件: said('discontinuanceId'),
      再販協力会社: said('resellerId'),
      段階: said('stage'),
      事由: said('ground'),
      提案した者: named('proposedBy'),
      責任が移った時: said('since'),
    },
  },
  {
    name: 'submissions.csv',
    kind: 'submission',
    columns: {
      届出: said('submissionId'),
      宛先: said('to'),
      段階: said('stage'),
      案件: said('discontinuanceId'),
      種類: (row) => aboutKindOf(stateOf(row) as Pick<ExistingSubmission, 'kind'>).name.ja,
      サービス: said('serviceId'),
    },
  },
  {
    name: 'exceptions.csv',
    kind: 'separateContractException',
    columns: {
      例外: said('exceptionId'),
      段階: said('stage'),
      販売者: said('seller'),
      サービス: said('serviceId'),
      法人番号: listed('smeIds'),
      外す機能: listed('leavesOut'),
      事由: said('ground'),
      期限: said('expiresOn'),
      求めた者: named('askedBy'),
      承認した者: named('approvedBy'),
      承認日: said('approvedOn'),
      事由のSHA256: said('groundSha256'),
      証拠のSHA256: said('evidenceSha256'),
      手続の煩雑さを抑える方法のSHA256: said('burdenSha256'),
    },
  },
  {
    name: 'redisclosures.csv',
    kind: 'redisclosure',
    columns: {
      再開示: said('redisclosureId'),
      段階: said('stage'),
      サービス: said('serviceId'),
      サービスの版: said('toVersion'),
      変わる項目: listed('items'),
      期日: said('dueOn'),
      開始時の契約数: said('contracts'),
      開始した者: named('openedBy'),
      開始した時: said('openedAt'),
    },
  },
  {
    name: 'members.csv',
    kind: 'member',
    columns: {
      利用者: said('sub'),
      名前: named('sub'),
      役割: (row) => orEmpty(stateOf(row).membership?.role),
      再販協力会社: (row) => orEmpty(stateOf(row).membership?.resellerId),
    },
  },
  {
    name: 'operations.csv',
    kind: 'operation',
    columns: {
      一括処理: said('operationId'),
      種類: said('kind'),
      段階: said('stage'),
      件数: said('total'),
      記録: said('accepted'),
      不受理: said('refused'),
      受付: said('acceptedAt'),
    },
  },
]

const pathOf = ({ contractId, name }: FileRead): string => `files/${contractId}/${name}`

const liesInWords = { true: '', missing: '保管庫にない', otherwise: '台帳のSHA256と異なるため入れていない' } as const

/** Files that came out of the vault for contracts, and their list, which also names what could not be taken out. */
const filesOfContracts = (
  { documents }: Pick<Dependencies, 'documents'>,
  read: readonly FileRead[],
): readonly ArchiveFile[] => {
  if (read.length === 0) return []
  const header = ['ファイル', '契約番号', 'SHA256', 'バイト数', '備考', '契約ID']
  const cells = read.map((file) => [
    pathOf(file),
    shortNumberOf(file.contractId),
    file.sha256,
    file.bytes?.length ?? '',
    liesInWords[file.lies],
    file.contractId,
  ])
  return [
    { name: 'files.csv', lines: read.length, text: documents.csv(header, cells) },
    ...read.flatMap((file) => (file.bytes ? [{ name: pathOf(file), bytes: file.bytes }] : [])),
  ]
}

/**
 * The files of a part: tables for people, every row as one line of JSON, one file a kind of row, and what lies in the
 * vault for contracts.
 */
export const filesOf = (
  { documents }: Pick<Dependencies, 'documents'>,
  rows: readonly HeldRow[],
  read: readonly FileRead[],
): readonly ArchiveFile[] => {
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  const forPeople = tables.flatMap(({ name, kind, columns }) => {
    const listed = byKind.get(kind) ?? []
    if (listed.length === 0) return []
    const cells = listed.map((row) => Object.values(columns).map((cell) => cell(row)))
    return [{ name, lines: listed.length, text: documents.csv(Object.keys(columns), cells) }]
  })
  const forPrograms = [...byKind].map(([kind, of]) => ({
    name: `rows/${kind}.jsonl`,
    lines: of.length,
    text: of.map(({ key, stream, says }) => `${JSON.stringify({ key, stream, ...says })}\n`).join(''),
  }))
  return [...forPeople, ...forPrograms, ...filesOfContracts({ documents }, read)]
}
