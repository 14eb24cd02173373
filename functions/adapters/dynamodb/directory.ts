import type { ExistingArchive } from '../../../shared/domain/archive/archive.ts'
import type { ExistingConcern } from '../../../shared/domain/discontinuance/concern.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import type { ExistingFile } from '../../../shared/domain/file/file.ts'
import type { ExistingException } from '../../../shared/domain/exception/exception.ts'
import type { EntityId, OperationId, ResellerId, ServiceId } from '../../../shared/domain/ids.ts'
import type { ExistingEntity } from '../../../shared/domain/platform/entity.ts'
import { tenantOfMember, type ExistingMember } from '../../../shared/domain/platform/member.ts'
import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import type { ExistingRegistrationBody } from '../../../shared/domain/platform/registration-body.ts'
import type { ExistingRedisclosure } from '../../../shared/domain/redisclosure/redisclosure.ts'
import type { ExistingSmeIdentity } from '../../../shared/domain/sme/identity.ts'
import type { ExistingService } from '../../../shared/domain/service/service.ts'
import { daysAfter, startOfDayInJapan } from '../../../shared/domain/plain-date.ts'
import { indexes } from '../../../shared/wiring/table.ts'
import type { Directory } from '../../ports/directory.ts'
import type { Readable } from '../../ports/pages.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Table } from './client.ts'
import {
  caseOfRow,
  clearingPartition,
  entityPartition,
  filesOf,
  lapsePartition,
  lapseSort,
  listPrefix,
  membersOf,
  obligationPartition,
  operationKeyOf020,
  stateKey,
  watched,
  watchPartition,
  type ListedKind,
} from './keys.ts'
import { positionAfter, startKeyOf } from './positions.ts'
import { readEach } from './read-each.ts'
import { getRow, getRows, queryAll, queryPage, type Row } from './read.ts'
import { keptOf, stateOf, streamOf, termDay } from './state-rows.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

/** States of rows of one kind, and beside them the rows that cannot be read. */
const each = <State>(rows: readonly Row[]): Readable<Versioned<State>> =>
  readEach(rows, streamOf, (row) => keptOf<State>(row))

/** Key of the row that says the name of an organization or the code of a service. */
const nameKeyOf = (entityId: EntityId | null, id: string) => {
  if (id.startsWith('ent_')) return stateKey('entity', id, null)
  if (id.startsWith('rbd_')) return stateKey('registrationBody', id, null)
  const kind = id.startsWith('rsl_') ? 'reseller' : id.startsWith('svc_') ? 'service' : null
  return kind && entityId ? stateKey(kind, id, entityId) : null
}

export const directoryInDynamoDb = (table: Table): Directory => {
  const one = async <State>(
    kind: Parameters<typeof stateKey>[0],
    id: string,
    entityId: EntityId | null = null,
  ): Promise<Versioned<State> | undefined> => {
    const row = await getRow(table, stateKey(kind, id, entityId))
    return row ? keptOf<State>(row) : undefined
  }
  const all = async <State>(kind: ListedKind, entityId: EntityId): Promise<Readable<Versioned<State>>> =>
    each<State>(await queryAll(table, entityPartition(entityId), listPrefix(kind)))

  /** By index to the keys, then the rows themselves, strongly consistent. */
  const listedBy = async (
    condition: string,
    values: Record<string, string>,
    { limit, after }: { readonly limit: number; readonly after: string | null },
  ) => {
    const { rows, next } = await queryPage(
      table,
      { IndexName: 'byParty', KeyConditionExpression: condition, ExpressionAttributeValues: values, Limit: limit },
      startKeyOf(after),
    )
    const states = await getRows(
      table,
      rows.map(({ pk, sk }) => ({ pk, sk })),
    )
    return { rows: states.filter((row) => row !== undefined), next: positionAfter(next) }
  }

  /** Rows whose mark of a partition comes before something, the earliest first. */
  const marked = async (partition: string, before: string, until: string, limit: number) => {
    const { rows } = await queryPage(
      table,
      {
        IndexName: 'due',
        KeyConditionExpression: `dp = :dp and ${before}`,
        ExpressionAttributeValues: { ':dp': partition, ':until': until },
        Limit: limit,
      },
      undefined,
    )
    return rows
  }

  /** All rows that an index sorts before something in a partition, the earliest first, page after page. */
  const allMarked = async (index: 'due' | 'byParty', partition: string, before: string) => {
    const { partition: of, sort } = indexes[index]
    const found: Row[] = []
    let after: Readonly<Record<string, unknown>> | undefined
    do {
      const page = await queryPage(
        table,
        {
          IndexName: index,
          KeyConditionExpression: `${of} = :of and ${sort} < :before`,
          ExpressionAttributeValues: { ':of': partition, ':before': before },
        },
        after,
      )
      found.push(...page.rows)
      after = page.next
    } while (after)
    return found
  }

  return {
    entity: (id) => one<ExistingEntity>('entity', id),
    registrationBody: (id) => one<ExistingRegistrationBody>('registrationBody', id),
    registrationBodies: async () => each<ExistingRegistrationBody>(await queryAll(table, 'RBD', 'RBD#')),
    member: (sub) => one<ExistingMember>('member', sub),
    members: async (subs) => {
      const rows =
        subs.length > 0
          ? await getRows(
              table,
              [...new Set(subs)].map((sub) => stateKey('member', sub, null)),
            )
          : []
      return rows.filter((row) => row !== undefined).map((row) => keptOf<ExistingMember>(row))
    },
    membersBeside: async (of, page) => {
      const { rows, next } = await listedBy('pp = :to', { ':to': membersOf(of) }, page)
      const { items, unreadable } = each<ExistingMember>(rows)
      const tenant = tenantOfMember(of)
      return { items: items.filter(({ state }) => tenantOfMember(state.membership) === tenant), unreadable, next }
    },
    membersUnder: async (entityId, page) => {
      const { rows, next } = await listedBy('pp = :to', { ':to': membersOf({ role: 'entityAdmin', entityId }) }, page)
      return { ...each<ExistingMember>(rows), next }
    },
    namesOf: async (entityId, ids) => {
      const keys = [...new Set(ids)].flatMap((id) => nameKeyOf(entityId, id) ?? [])
      const rows = keys.length > 0 ? await getRows(table, keys) : []
      const found = rows.filter((row) => row !== undefined)
      return new Map(
        readEach(found, streamOf, (row) => {
          const { name, code } = stateOf(row) as { readonly name?: string; readonly code?: string }
          return [streamOf(row), name ?? code ?? ''] as const
        }).items,
      )
    },
    service: (entityId, id) => one<ExistingService>('service', id, entityId),
    services: (entityId) => all<ExistingService>('service', entityId),
    reseller: (entityId, id) => one<ExistingReseller>('reseller', id, entityId),
    resellers: (entityId) => all<ExistingReseller>('reseller', entityId),
    discontinuance: (entityId, id) => one<ExistingDiscontinuance>('discontinuance', id, entityId),
    discontinuances: (entityId) => all<ExistingDiscontinuance>('discontinuance', entityId),
    concern: (entityId, id) => one<ExistingConcern>('concern', id, entityId),
    concerns: (entityId) => all<ExistingConcern>('concern', entityId),
    over: async (now, limit) => (await marked(watchPartition, 'ds < :until', now, limit)).map(watched),
    casesOverdue: async (today, limit) =>
      (await marked(obligationPartition, 'ds <= :until', termDay(today), limit)).map(caseOfRow),
    resellersDueBy: async (day) => {
      const rows = await allMarked('due', watchPartition, startOfDayInJapan(daysAfter(day, 1)))
      return rows
        .map(watched)
        .flatMap((one) =>
          'id' in one && one.id.startsWith('rsl_')
            ? [{ entityId: one.entityId, resellerId: one.id as ResellerId }]
            : [],
        )
    },
    lapsing: async (day) => {
      const rows = await allMarked('byParty', lapsePartition, lapseSort(daysAfter(day, 1), ''))
      return rows.map(({ pk, sk }) => ({
        entityId: pk.slice(entityPartition('' as EntityId).length) as EntityId,
        id: sk.slice(sk.indexOf('#') + 1) as ServiceId | ResellerId,
      }))
    },
    submission: (entityId, id) => one<ExistingSubmission>('submission', id, entityId),
    submissions: (entityId) => all<ExistingSubmission>('submission', entityId),
    submissionsTo: async (to, page) => {
      const { rows, next } = await listedBy('pp = :to', { ':to': to }, page)
      return { ...each<ExistingSubmission>(rows), next }
    },
    submissionTo: async (to, id) => {
      const { rows } = await listedBy('pp = :to and ps = :id', { ':to': to, ':id': id }, { limit: 1, after: null })
      return rows[0] && keptOf<ExistingSubmission>(rows[0])
    },
    exception: (entityId, id) => one<ExistingException>('separateContractException', id, entityId),
    exceptions: (entityId) => all<ExistingException>('separateContractException', entityId),
    smeIdentity: (entityId, id) => one<ExistingSmeIdentity>('smeIdentity', id, entityId),
    smeIdentities: (entityId) => all<ExistingSmeIdentity>('smeIdentity', entityId),
    redisclosure: (entityId, id) => one<ExistingRedisclosure>('redisclosure', id, entityId),
    redisclosures: (entityId) => all<ExistingRedisclosure>('redisclosure', entityId),
    operation: async (entityId, id) => {
      const row =
        (await getRow(table, stateKey('operation', id, entityId))) ?? (await getRow(table, operationKeyOf020(id)))
      const kept = row && keptOf<ExistingOperation>(row)
      // The key under which 0.2.0 kept it does not say whose it is.
      return kept?.state.entityId === entityId ? kept : undefined
    },
    operations: async (entityId, { limit, after }) => {
      const { rows, next } = await queryPage(
        table,
        {
          KeyConditionExpression: 'pk = :pk and begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': entityPartition(entityId), ':prefix': listPrefix('operation') },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit,
        },
        after ? stateKey('operation', after, entityId) : undefined,
      )
      const last = rows.at(-1)
      return { ...each<ExistingOperation>(rows), next: next && last ? (streamOf(last) as OperationId) : null }
    },
    exportsToClear: async (today, limit) =>
      (await marked(clearingPartition, 'ds <= :until', termDay(today), limit)).map(({ pk, sk }) => ({
        entityId: pk.slice(entityPartition('' as EntityId).length) as EntityId,
        operationId: sk.slice(listPrefix('operation').length) as OperationId,
      })),
    archive: (id) => one<ExistingArchive>('archive', id),
    file: (id) => one<ExistingFile>('file', id),
    filesOf: async (of) => {
      const rows: Row[] = []
      let after: string | null = null
      do {
        const page = await listedBy('pp = :of', { ':of': filesOf(of) }, { limit: 100, after })
        rows.push(...page.rows)
        after = page.next
      } while (after)
      return each<ExistingFile>(rows)
    },
  }
}
