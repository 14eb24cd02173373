import type { KeptContract } from '../../../shared/domain/contract/contract.ts'
import type { ArchiveFile, HeldRow } from '../../ports/holdings.ts'
import type { World } from '../../ports/world.ts'

type Cell = string | number
type Table = {
  readonly name: string
  /** Which rows it lists. */
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
const dealOf = ({ says }: HeldRow): KeptContract['deal'] => (says['state'] as KeptContract).deal
const orEmpty = (value: unknown): Cell => (typeof value === 'string' || typeof value === 'number' ? value : '')
const said = (name: string) => (row: HeldRow) => orEmpty(stateOf(row)[name])

/** What people read of an export: a table a kind, under Japanese headings. Programs have every row, whole. */
const tables: readonly Table[] = [
  {
    name: 'contracts.csv',
    kind: 'head',
    columns: {
      契約番号: ({ stream }) => stream ?? '',
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
      '月額(税抜)': (row) => dealOf(row).monthlyFeeExTaxYen,
      端末数: (row) => dealOf(row).terminals,
      開始日: (row) => dealOf(row).startOn,
      満了日: (row) => dealOf(row).endOn,
      契約日: said('signedOn'),
      終了日: said('endedOn'),
      開示書面のSHA256: (row) => dealOf(row).documentSha256,
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
      責任が移った時: said('since'),
    },
  },
  {
    name: 'submissions.csv',
    kind: 'submission',
    columns: { 届出: said('submissionId'), 宛先: said('to'), 段階: said('stage'), 案件: said('discontinuanceId') },
  },
  {
    name: 'members.csv',
    kind: 'member',
    columns: {
      利用者: said('sub'),
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

/** The files of a part: tables for people, and every row as one line of JSON, one file a kind of row. */
export const filesOf = ({ documents }: Pick<World, 'documents'>, rows: readonly HeldRow[]): readonly ArchiveFile[] => {
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
  return [...forPeople, ...forPrograms]
}
