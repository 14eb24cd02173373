import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { accountsByMail, bookInFile } from '../adapters/accounts-by-mail.ts'
import { clockSetTo, systemClock } from '../adapters/clock.ts'
import { secretsInFile, signerInFile } from '../adapters/key-files.ts'
import { passesIn } from '../adapters/passing.ts'
import { printingAside } from '../adapters/documents/typst/printing-aside.ts'
import { mailboxIn } from '../adapters/mailbox.ts'
import { sealsInFiles } from '../adapters/seals/seals-in-files.ts'
import { linkClient, linkIssuer } from '../adapters/sessions.ts'
import { tokensVerifiedFor } from '../adapters/tokens.ts'
import { uploadsHere } from '../adapters/files/uploads-here.ts'
import { vaultInFiles } from '../adapters/vault-in-files.ts'
import { worldAround } from '../adapters/dependencies/dependencies.ts'
import { requestOf, resultOf } from '../http/api-gateway.ts'
import { apiIn } from '../http/door.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { cannotListen, cannotReach } from './cannot-start.ts'
import { claimDataFolder } from './data-folder.ts'
import { startEngine, type Engine } from './engine.ts'
import { localIssuer } from './issuer.ts'
import { pagesBeside } from './pages.ts'
import { localRelay } from './relay.ts'
import { serverFor, type Api, type Aside, type Watch } from './server.ts'
import { tableOn } from './table.ts'
import { templatesHere } from './templates.ts'
import type { Settings, Running } from './running.ts'

/** The table on this machine. */
export const tableName = 'musubi'

const logTrouble = (what: string, error: unknown): void => {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined }
  console.error(JSON.stringify({ level: 'error', what, error: name, stack }))
}

/** The whole platform on this machine: engine, table, relay and server. What it kept before, it still has. */
export const start = async ({ folder, port, endpoint, clock }: Settings): Promise<Running> => {
  const claimed = claimDataFolder(folder)
  const undo: (() => unknown)[] = [claimed.release]
  try {
    // The port comes before the engine: one that is taken leaves no engine behind.
    const door = await doorAt(port)
    undo.push(door.close)
    const engine = await startEngine({ endpoint, folder, onTrouble: logTrouble })
    undo.push(engine.stop)
    return await open({ folder, clock }, engine, door, claimed.release)
  } catch (error) {
    for (const step of undo.reverse()) await step()
    throw error
  }
}

type Door = {
  readonly url: string
  /** Answers requests by this from now on; until then they get 503. */
  readonly answerBy: (api: Api, aside: Aside, watch: Watch) => void
  readonly close: () => Promise<void>
}

const requestsEndWithinMs = 5_000

/** A port of this machine, ours from now on. */
const doorAt = async (port: number): Promise<Door> => {
  let by: { readonly api: Api; readonly aside: Aside; readonly watch: Watch } | undefined
  const server = serverFor(
    (event) => (by ? by.api(event) : Promise.reject(new Unavailable('not open yet', 1))),
    async (request) => by?.aside(request),
    { isUp: () => by?.watch.isUp() ?? false, onTrouble: logTrouble },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(port, error)))
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerBy: (api, aside, watch) => {
      by = { api, aside, watch }
    },
    close: async () => {
      // Requests under way are answered; a client that only keeps a connection open is not waited for.
      const patience = setTimeout(() => server.closeAllConnections(), requestsEndWithinMs)
      await new Promise((resolve) => server.close(resolve))
      clearTimeout(patience)
    },
  }
}

const open = async (
  { folder, clock: moment }: Pick<Settings, 'folder' | 'clock'>,
  engine: Engine,
  door: Door,
  release: () => void,
): Promise<Running> => {
  const table = await tableOn(engine.endpoint, tableName).catch((error: unknown) => {
    throw engine.name === 'given' && passesIn(error) !== undefined ? cannotReach(engine.endpoint, error) : error
  })
  const clock = moment ? clockSetTo(moment) : systemClock
  const keys = join(folder, 'keys')
  const signer = signerInFile(keys, 'links')
  const relay = localRelay(logTrouble)
  const mailbox = mailboxIn(join(folder, 'mailbox'), clock, ({ reference, of }) =>
    relay.bounced({ stream: of.stream, deliveryId: reference, cause: 'bounce' }),
  )
  const places = { site: door.url }
  const accounts = accountsByMail(bookInFile(join(folder, 'accounts.json')), (person) =>
    mailbox.invite(person, `${door.url}/console/`),
  )
  const printing = printingAside(templatesHere)
  const vault = vaultInFiles(join(folder, 'vault'))
  const secrets = secretsInFile(keys)
  const uploads = uploadsHere({ folder: join(folder, 'quarantine'), vault, secrets, clock, places })
  const deps = worldAround({
    table,
    clock,
    signer,
    places,
    vault,
    uploads,
    seals: sealsInFiles(keys, vault, clock),
    packageKey: signerInFile(keys, 'packages'),
    secrets,
    post: mailbox,
    accounts,
    work: relay.work,
    printing,
    onOwed: relay.wake,
  })
  const issuer = await localIssuer(keys, deps, accounts.signedIn)
  const links = {
    issuer: linkIssuer,
    clientId: linkClient,
    roles: ['sme'] as const,
    jwks: { keys: [await signer.publicJwk()] } as never,
  }
  const api = apiIn(deps, tokensVerifiedFor([issuer.issuer, links]))

  relay.start(deps)
  const watch = { isUp: engine.isUp, onTrouble: logTrouble }
  door.answerBy(async (event) => resultOf(await api(requestOf(event))), pagesBeside(mailbox, issuer, uploads), watch)

  return {
    url: door.url,
    issuer,
    deps,
    tableName,
    engine: engine.name,
    endpoint: engine.endpoint,
    stop: async () => {
      await door.close()
      await relay.stop()
      await printing.stop()
      await engine.stop()
      release()
    },
  }
}
