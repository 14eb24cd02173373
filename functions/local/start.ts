import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { accountsByMail } from '../adapters/accounts-by-mail.ts'
import { clockSetTo, systemClock } from '../adapters/clock.ts'
import { secretsInFile, signerInFile } from '../adapters/key-files.ts'
import { printingAside } from '../adapters/documents/typst/printing-aside.ts'
import { mailboxIn } from '../adapters/mailbox.ts'
import { sealsInFiles } from '../adapters/seals/seals-in-files.ts'
import { linkClient, linkIssuer } from '../adapters/sessions.ts'
import { tokensVerifiedFor } from '../adapters/tokens.ts'
import { vaultInFiles } from '../adapters/vault-in-files.ts'
import { worldAround } from '../adapters/world.ts'
import { requestOf, resultOf } from '../http/api-gateway.ts'
import { apiIn } from '../http/door.ts'
import type { World } from '../ports/world.ts'
import { startEngine } from './engine.ts'
import { localIssuer, type LocalIssuer } from './issuer.ts'
import { pagesBeside } from './pages.ts'
import { localRelay } from './relay.ts'
import { serverFor } from './server.ts'
import { tableOn } from './table.ts'
import { templatesHere } from './templates.ts'

export type Settings = {
  readonly folder: string
  readonly port: number
  /** Where a DynamoDB is already running; else one is started. */
  readonly endpoint?: string | undefined
  /** The moment the clock is set to; else it shows the time. */
  readonly clock?: string | undefined
}

export type Running = {
  readonly url: string
  readonly engine: string
  readonly endpoint: string
  readonly tableName: string
  readonly issuer: LocalIssuer
  readonly world: World
  readonly stop: () => Promise<void>
}

const tableName = 'musubi'

const logTrouble = (what: string, error: unknown): void => {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined }
  console.error(JSON.stringify({ level: 'error', what, error: name, stack }))
}

/** The whole platform on this machine: engine, table, relay and server. What it kept before, it still has. */
export const start = async ({ folder, port, endpoint, clock: moment }: Settings): Promise<Running> => {
  mkdirSync(folder, { recursive: true })
  const engine = await startEngine({ endpoint, folder })
  const table = await tableOn(engine.endpoint, tableName)
  const clock = moment ? clockSetTo(moment) : systemClock
  const keys = join(folder, 'keys')
  const signer = signerInFile(keys, 'links')
  const relay = localRelay(logTrouble)
  const mailbox = mailboxIn(join(folder, 'mailbox'), clock, ({ reference, of }) =>
    relay.bounced({ stream: of.stream, deliveryId: reference, cause: 'bounce' }),
  )
  const places = { site: '' }
  const printing = printingAside(templatesHere)
  const vault = vaultInFiles(join(folder, 'vault'))
  const world = worldAround({
    table,
    clock,
    signer,
    places,
    vault,
    seals: sealsInFiles(keys, vault, clock),
    packageKey: signerInFile(keys, 'packages'),
    secrets: secretsInFile(keys),
    post: mailbox,
    accounts: accountsByMail,
    work: relay.work,
    printing,
    onOwed: relay.wake,
  })
  const issuer = await localIssuer(keys, world)
  const links = {
    issuer: linkIssuer,
    clientId: linkClient,
    roles: ['sme'] as const,
    jwks: { keys: [await signer.publicJwk()] } as never,
  }
  const api = apiIn(world, tokensVerifiedFor([issuer.issuer, links]))

  const server = serverFor(async (event) => resultOf(await api(requestOf(event))), pagesBeside(mailbox, issuer))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // Known only now that the port is; letters name it.
  places.site = url
  relay.start(world)

  return {
    url,
    issuer,
    world,
    tableName,
    engine: engine.name,
    endpoint: engine.endpoint,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await relay.stop()
      await printing.stop()
      await engine.stop()
    },
  }
}
