import { createHmac, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { inject } from 'vitest'
import { rolesOfPeople, type Principal } from '../../shared/domain/people.ts'
import { accountsByMail, bookInMemory, subOfMail } from '../../functions/adapters/accounts-by-mail.ts'
import { typstPrinting } from '../../functions/adapters/documents/typst/printing.ts'
import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { accessClaims, signedToken } from '../../functions/adapters/jwt.ts'
import { sealsInFiles } from '../../functions/adapters/seals/seals-in-files.ts'
import { linkClient, linkIssuer } from '../../functions/adapters/sessions.ts'
import { tokensVerifiedFor } from '../../functions/adapters/tokens.ts'
import { uploadsHere } from '../../functions/adapters/files/uploads-here.ts'
import { vaultInFiles } from '../../functions/adapters/vault-in-files.ts'
import { worldAround } from '../../functions/adapters/dependencies/dependencies.ts'
import { signIn } from '../../functions/application/tenants/sign-in.ts'
import { requestOf } from '../../functions/http/api-gateway.ts'
import { apiIn } from '../../functions/http/door.ts'
import { eventFor } from '../../functions/local/server.ts'
import { tableOn } from '../../functions/local/table.ts'
import { templatesHere } from '../../functions/local/templates.ts'
import type { Secrets, Signer } from '../../functions/ports/secrets.ts'
import type { Ids, Letter, Dependencies } from '../../functions/ports/dependencies.ts'
import { schedule, type ScheduledName } from '../../functions/processes/calendar/schedule.ts'
import { sweep } from '../../functions/notifications/sweep.ts'
import { runJob } from '../../functions/processes/run-job.ts'
import { rsaKey } from './rsa-key.ts'
import { clockAt, type TestClock } from './test-clock.ts'
import type { EventRef } from '../../functions/ports/event-ref.ts'

/** What came back from the door. */
export type Reply = {
  readonly status: number
  readonly body: any
  readonly text: string
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

export type More = {
  readonly key?: string
  readonly ifMatch?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as it is, instead of JSON. */
  readonly raw?: string | Uint8Array
}

/** Someone at the door. */
export type Ask = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Reply>
  readonly post: (path: string, body?: unknown, more?: More) => Promise<Reply>
}

/** A whole platform on a table of its own, with the clock in the test's hand and the post in a drawer. */
export type House = {
  readonly deps: Dependencies
  readonly table: Table
  readonly clock: TestClock
  readonly letters: readonly (Letter & { readonly by: 'mail' | 'sms' | 'voice' })[]
  readonly defects: readonly unknown[]
  /** Lets the person of an address accept its invitation. */
  readonly signedIn: (mail: string) => Promise<void>
  readonly as: (who: Principal) => Ask
  readonly withToken: (token: string | undefined) => Ask
  readonly call: (event: APIGatewayProxyEventV2) => Promise<Reply>
  readonly tokenFor: (who: Principal, claims?: object) => Promise<string>
  /** What its issuer signs tokens with. */
  readonly issuerKey: Signer
  /** Everything the calendar does, each by the name of its figure: it goes through what is due, and says how much it wrote. */
  readonly calendar: Readonly<Record<ScheduledName, () => Promise<number>>>
  /** Lets the calendar take its turns with every contract; gives how many it took. */
  readonly runContractSchedule: () => Promise<number>
  /** Lets time come to what waits for a moment, and to what a case owes by a day; gives how much it wrote down. */
  readonly expireOverdue: () => Promise<number>
  readonly runObligationSchedule: () => Promise<number>
  /** Delivers whatever is owed and does whatever work that brings, until nothing is left. */
  readonly settle: () => Promise<void>
}

export { clockAt, type TestClock } from './test-clock.ts'

// One key pair a worker: making them is what costs.
const issuerKey = rsaKey()
const linkKey = rsaKey()
// One compiler a worker as well: it reads its fonts once.
const printing = typstPrinting(templatesHere)
const packageKey = rsaKey()
const issuerName = 'https://issuer.musubi.invalid'
const clientId = 'musubi-test'

const places = { site: 'https://musubi.example.jp' }
const secrets: Secrets = { derive: async (name) => createHmac('sha256', 'a secret of the tests').update(name).digest() }
const outcome = (to: string) => (to.endsWith('.invalid') ? 'bounced' : 'accepted')

/** The tables of all houses that were built, to be looked into when their tests are over. */
export const tablesMade: { readonly endpoint: string; readonly name: string }[] = []

export type HouseOptions = {
  readonly now?: string
  readonly ids?: Ids
  /** A table to move into, instead of a new one. */
  readonly table?: Table
  readonly endpoint?: string
  /** Where vaults and keys lie; outside of a test run it must be said. */
  readonly folder?: string
}

const newTable = async (endpoint: string): Promise<Table> => {
  const table = await tableOn(endpoint, `t-${randomUUID()}`)
  tablesMade.push({ endpoint, name: table.name })
  return table
}

export const newHouse = async ({
  now = '2026-10-01T09:00:00+09:00',
  ids,
  table: given,
  endpoint,
  folder = inject('vaults'),
}: HouseOptions = {}): Promise<House> => {
  const table = given ?? (await newTable(endpoint ?? inject('endpoint')))
  const clock = clockAt(now)
  const letters: (Letter & { by: 'mail' | 'sms' | 'voice' })[] = []
  const defects: unknown[] = []
  const handed: EventRef[] = []
  // A house on another's table finds the other's vault.
  const vault = vaultInFiles(join(folder, table.name))
  const uploads = uploadsHere({ folder: join(folder, `${table.name}-quarantine`), vault, secrets, clock, places })
  const accounts = accountsByMail(bookInMemory())
  const deps = worldAround({
    table,
    clock,
    secrets,
    signer: linkKey,
    vault,
    uploads,
    seals: sealsInFiles(join(folder, 'keys'), vault, clock),
    packageKey,
    accounts,
    printing,
    places,
    work: { hand: async (ref) => void handed.push(ref), enqueueLetter: async (ref) => void handed.push(ref) },
    post: {
      mail: async (letter) => {
        letters.push({ ...letter, by: 'mail' })
        return outcome(letter.to)
      },
      sms: async ({ to, text, reference }) => {
        letters.push({ to, text, reference, subject: '', by: 'sms', of: { stream: '', seq: 0 } })
        return outcome(to)
      },
      voice: async ({ to, text, reference }) => {
        letters.push({ to, text, reference, subject: '', by: 'voice', of: { stream: '', seq: 0 } })
        return outcome(to)
      },
    },
    ...(ids ? { ids } : {}),
  })
  const tokens = tokensVerifiedFor([
    { issuer: issuerName, clientId, roles: rolesOfPeople, jwks: { keys: [await issuerKey.publicJwk()] } as never },
    { issuer: linkIssuer, clientId: linkClient, roles: ['sme'], jwks: { keys: [await linkKey.publicJwk()] } as never },
  ])
  const api = apiIn(
    deps,
    tokens,
    (defect) => void defects.push(defect),
    () => {},
  )

  const call = async (event: APIGatewayProxyEventV2): Promise<Reply> => {
    const { status, body, headers } = await api(requestOf(event))
    const json = (headers['content-type'] ?? '').includes('json')
    const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1')
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    return { status, headers, text, bytes, body: json ? JSON.parse(text) : text }
  }
  const tokenFor = async (who: Principal, claims: object = {}): Promise<string> => {
    const { sub, account, ...about } = who as Principal & { readonly account?: string }
    const signedIn = account === undefined ? { sub } : { sub: account, member: sub }
    const standard = accessClaims(issuerName, signedIn.sub, clientId, 3_600, randomUUID())
    return signedToken(issuerKey, { ...standard, ...signedIn, ...about, ...claims })
  }

  const askWith = (token: () => Promise<string | undefined>): Ask => {
    const send = async (method: string, path: string, body: string | Uint8Array, headers: Record<string, string>) => {
      const bearer = await token()
      return call(
        eventFor(method, path, { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...headers }, body),
      )
    }
    return {
      get: (path, headers = {}) => send('GET', path, '', headers),
      post: (path, body, { key = randomUUID(), ifMatch, headers = {}, raw } = {}) =>
        send('POST', path, raw ?? (body === undefined ? '' : JSON.stringify(body)), {
          'content-type': 'application/json',
          'idempotency-key': key,
          ...(ifMatch ? { 'if-match': ifMatch } : {}),
          ...headers,
        }),
    }
  }

  const settle = async (): Promise<void> => {
    for (let rounds = 0; rounds < 1_000; rounds += 1) {
      const seen = await sweep(deps)()
      for (const ref of handed.splice(0)) await runJob(deps)(ref, () => true)
      if (seen === 0) return
    }
    throw new Error('the house does not come to rest')
  }

  const calendar = Object.fromEntries(schedule.map(({ name, run }) => [name, () => run(deps)()])) as House['calendar']

  return {
    deps,
    table,
    clock,
    letters,
    defects,
    signedIn: async (mail) => {
      accounts.signedIn(mail)
      await signIn(deps)({ account: subOfMail(mail), groups: [] })
    },
    call,
    tokenFor,
    issuerKey,
    settle,
    calendar,
    runContractSchedule: calendar.turns,
    expireOverdue: calendar.watched,
    runObligationSchedule: calendar.overdue,
    as: (who) => {
      let made: Promise<string> | undefined
      return askWith(() => (made ??= tokenFor(who)))
    },
    withToken: (token) => askWith(async () => token),
  }
}
