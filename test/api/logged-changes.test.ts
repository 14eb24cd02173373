import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { eventForm } from '../../functions/adapters/dynamodb/forms/event.ts'
import { changesBy, saidBy } from '../../functions/views/change-log/changes.ts'
import { effectiveOn } from '../../functions/views/change-log/logged-view.ts'
import type { Audience, Said } from '../../functions/views/change-log/fields.ts'
import { evidenceAlone } from '../../functions/ports/paper-content.ts'
import { foldedUpTo, readLogged } from '../../functions/application/change-log/read-logged.ts'
import type { ChangeLog } from '../../functions/ports/change-log.ts'
import type { LedgerEvent } from '../../functions/ports/ledger.ts'
import { paperOf, whyOf } from '../../functions/views/change-log/why-shown.ts'
import type { AggregateKind, EventOf, StateOf } from '../../shared/domain/aggregates/aggregates.ts'
import { deal, drafted, explained, offered, signed } from '../domain/contract/given.ts'
import { day, discontinuanceId, entityId, folded, resellerId, sha256, start } from '../domain/given.ts'
import { allMet, approved, authorized, invited } from '../domain/reseller/given.ts'
import { lookedInto } from '../support/logged-events.ts'

const inText = (says: readonly Said[] | null) =>
  says && says.map((one) => (typeof one === 'string' ? one : `${one.what} ${one.id}`)).join('、')

/** What the last of some events changed, as lines. */
const lines = <Kind extends AggregateKind>(
  kind: Kind,
  events: readonly EventOf<Kind>[],
  audience: Audience = 'house',
): readonly string[] => {
  const before: StateOf<AggregateKind> = folded(kind, events.slice(0, -1))
  const after: StateOf<AggregateKind> = folded(kind, events)
  const event = events.at(-1) as EventOf<AggregateKind>
  return changesBy({ kind, at: start, event }, before, after, audience).map(
    (one) => `${one.label.ja}：${inText(one.before) ?? 'なし'} → ${inText(one.after) ?? 'なし'}`,
  )
}

const logged = (kind: AggregateKind, event: EventOf<AggregateKind>, seq = 2): LedgerEvent => ({
  kind,
  stream: 'one',
  seq,
  at: start,
  actor: { role: 'entityAdmin', sub: 'somebody', tenant: entityId },
  event,
  hash: '',
  deliveries: [],
})

/** Every event that an earlier version wrote, as it lies frozen. */
const frozen = readdirSync('test/stores/golden').flatMap((folder) => {
  const path = `test/stores/golden/${folder}/event.jsonl`
  const text = readdirSync(`test/stores/golden/${folder}`).includes('event.jsonl') ? readFileSync(path, 'utf8') : ''
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => eventForm.read(JSON.parse(line).stored) as unknown as LedgerEvent)
})

describe('what an event changed', () => {
  test('is said field by field, in words: state, money, days', () => {
    const amended = { ...deal, monthlyFeeExTaxYen: 12_000, terminals: 6, endOn: day('2030-10-14') }
    const made = [drafted, explained, offered, signed]
    expect(
      lines('contract', [
        ...made,
        { type: 'contract-amended', deal: amended, next: null, amendmentSha256: sha256('5') },
      ]),
    ).toEqual([
      '契約の内容：月額：9,800円 → 12,000円',
      '契約の内容：端末数：5台 → 6台',
      '契約の内容：契約期間の末日：2029年10月14日 → 2030年10月14日',
    ])
    expect(lines('contract', made)).toContain('状態：署名待ち → 契約中')
    expect(lines('contract', made)).toContain(`受け持つ者：なし → party ${resellerId}`)
  })

  test('of something new, is all it says', () => {
    expect(
      lines('entity', [{ type: 'entity-registered', entityId, name: '架空', corporateNumber: '7123456789012' }]),
    ).toEqual(['名称：なし → 架空', '法人番号：なし → 7123456789012'])
  })

  test('of a member, a reseller and a setting, names the thing and not its code', () => {
    const named = { type: 'member-named', sub: 'one', membership: { role: 'entityStaff', entityId } } as const
    expect(lines('member', [named, { type: 'member-suspended', reasonSha256: sha256('1') }])).toEqual([
      '状態：有効 → 停止中',
    ])
    expect(lines('reseller', [invited, ...allMet.slice(0, 2)])).toEqual([
      '要件（代表者の氏名と役職）：提出：なし → 2026年10月1日',
      '種類：なし → 代表者の氏名と役職',
    ])
    expect(lines('reseller', [invited, ...allMet, approved, authorized('2026-10-01')])[0]).toMatch(
      /^再販の許可：なし → service svc_/,
    )
    const registered = { type: 'entity-registered', entityId, name: '架空', corporateNumber: '7123456789012' } as const
    expect(
      lines('entity', [
        registered,
        { type: 'retention-years-set', years: 7 },
        { type: 'retention-years-set', years: 10 },
      ]),
    ).toEqual(['書類の保管年数：7年 → 10年'])
  })

  test('of the implementing entity’s own is not for a reseller', () => {
    const opened = { type: 'takeover-opened', late: false, since: start, discontinuanceId } as const
    const events = [drafted, explained, offered, signed, opened]
    expect(lines('contract', events).some((line) => line.startsWith('引継ぎ：'))).toBe(true)
    expect(lines('contract', events, 'all').some((line) => line.includes('引継ぎ'))).toBe(false)
  })

  test('without the ledger before it, is what it says itself', () => {
    const said = saidBy(
      logged('contract', {
        type: 'contract-ended',
        on: day('2026-12-31'),
        ending: 'terminated',
        wordSha256: null,
        penaltyExTaxYen: 5_000,
      }),
      'all',
    )
    expect(said.map(({ label, after }) => `${label.ja}：${inText(after)}`)).toEqual([
      '日付：2026年12月31日',
      '違約金（税抜）：5,000円',
      '終了の理由：事由による解除',
    ])
  })
})

describe('every event that lies frozen', () => {
  test('says something of itself and of its day, and nothing that is secret', () => {
    expect(frozen.length).toBeGreaterThan(100)
    for (const event of frozen) {
      expect(() => effectiveOn(event)).not.toThrow()
      expect(() => whyOf(event, 'house', undefined)).not.toThrow()
      const { leaks } = lookedInto([{ ...event, event: event.event }])
      expect(leaks, event.event.type).toEqual([])
    }
  })
})

describe('why something was done', () => {
  const suspended = logged('member', { type: 'member-suspended', reasonSha256: sha256('1') }, 7)
  const paper = { name: 'reason-0007', sha256: sha256('1'), content: evidenceAlone({ reason: '退職のため' }) }

  test('is read from the document of its number, if the event names its hash', () => {
    expect(paperOf(suspended, 'all')).toEqual({ stream: 'one', name: 'reason-0007' })
    expect(whyOf(suspended, 'all', paper)).toBe('退職のため')
    expect(whyOf(suspended, 'all', { ...paper, sha256: sha256('2') })).toBeNull()
    expect(whyOf(suspended, 'all', undefined)).toBeNull()
  })

  test('is a word of the event itself, or what it follows from', () => {
    expect(whyOf(logged('contract', { type: 'contract-voided', reason: 'declined' }), 'all', undefined)).toBe(
      'ユーザーが契約しないと答えた',
    )
    expect(whyOf(logged('contract', { type: 'term-begun' }), 'all', undefined)).toBe('次の契約期間の初日')
    expect(whyOf(logged('member', { type: 'member-accepted' }), 'all', undefined)).toBeNull()
  })

  test('where it is the implementing entity’s own, is not for a reseller', () => {
    const told = logged('contract', { type: 'takeover-told', by: 'phone', toldSha256: sha256('3') })
    expect(paperOf(told, 'house')).toEqual({ stream: 'one', name: 'told-0002' })
    expect(paperOf(told, 'all')).toBeNull()
    const note = { name: 'told-0002', sha256: sha256('3'), content: evidenceAlone({ note: '伝えた' }) }
    expect([whyOf(told, 'house', note), whyOf(told, 'all', note)]).toEqual(['伝えた', null])
  })
})

describe('a page of a change log', () => {
  const named = (seq: number) =>
    logged(
      'service',
      {
        type: 'service-registered',
        registration: { registrationBodyId: 'rbd_1', number: String(seq), from: day('2026-10-01'), until: null },
      },
      seq,
    )

  test('asks once for each ledger, and once for a hundred events of ledgers too long to be folded', async () => {
    const asked: string[] = []
    const changeLog = {
      upTo: async ({ stream, seq }: { readonly stream: string; readonly seq: number }) => {
        asked.push(`${stream} up to ${seq}`)
        return Array.from({ length: seq }, (_, index) => ({ ...named(index + 1), stream }))
      },
      events: async (refs: readonly { readonly stream: string; readonly seq: number }[]) => {
        asked.push(`${refs.length} alone`)
        return refs.map(({ stream, seq }) => ({ ...named(seq), stream }))
      },
    } as unknown as ChangeLog
    const ref = (stream: string, seq: number) => ({ stream, seq, at: start, kind: 'service' as const, position: '' })
    const page = [ref('a', 3), ref('b', foldedUpTo), ref('b', 5_000), ref('a', 2), ref('b', foldedUpTo + 1)]
    const read = await readLogged({ changeLog }, page)
    expect(asked).toEqual(['a up to 3', `b up to ${foldedUpTo}`, '2 alone'])
    expect(read.map(({ event, states }) => [event.stream, event.seq, states !== null])).toEqual([
      ['a', 3, true],
      ['b', foldedUpTo, true],
      ['b', 5_000, false],
      ['a', 2, true],
      ['b', foldedUpTo + 1, false],
    ])
  })
})
