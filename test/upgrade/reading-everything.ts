import { routes } from '../../shared/api/routes/index.ts'
import type { Route } from '../../shared/api/route.ts'
import { askAs, type Ask } from '../story/client.ts'
import type { Known } from './frozen.ts'

const lists = {
  services: 'serviceId',
  resellers: 'resellerId',
  discontinuances: 'discontinuanceId',
  submissions: 'submissionId',
  concerns: 'concernId',
  'contract-exceptions': 'exceptionId',
  redisclosures: 'redisclosureId',
} as const

/** Of lines that name two things, so many of the second; of papers, which take time to print, and of other views, so many. */
const mostOfSecond = 3
const mostPapers = 4
const mostViews = 25

const contractsOf = async (ask: Ask): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let cursor = ''; ; ) {
    const { body } = await ask.get(`/v1/contracts?limit=200${cursor}`)
    for (const { contractId } of body.items) ids.push(contractId)
    if (body.nextCursor === null) return ids
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`
  }
}

/** Every id there is, by the name it has in a path. */
const idsIn = async (ask: Ask, known: Known): Promise<Readonly<Record<string, readonly string[]>>> => {
  const found: Record<string, readonly string[]> = {
    contractId: await contractsOf(ask),
    operationId: known.replays.flatMap(({ answer }) => (answer.operationId ? [answer.operationId as string] : [])),
    number: ['1'],
    revision: ['1'],
    part: ['1'],
    edition: ['1.1', '1.2'],
  }
  for (const [path, id] of Object.entries(lists))
    found[id] = (await ask.get(`/v1/${path}`)).body.items.map((item: Record<string, string>) => item[id])
  return found
}

const mostOf = ({ media, path }: Route, place: number): number | undefined => {
  if (place > 0) return mostOfSecond
  // The contracts themselves, all of them, and what was agreed.
  if (/\{contractId\}(?:\/disclosure|\/ledger)?$/.test(path)) return undefined
  return media === 'application/pdf' || media === 'application/zip' ? mostPapers : mostViews
}

const pathsOf = (line: Route, ids: Readonly<Record<string, readonly string[]>>): readonly string[] => {
  const names = [...line.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const query = line.path.startsWith('/v1/reports/contracts')
    ? '?from=2026-04-01&until=2026-10-01'
    : line.path === '/v1/contracts/find'
      ? `?q=${encodeURIComponent('架空')}`
      : ''
  return names
    .reduce<readonly string[]>(
      (paths, name, place) =>
        paths.flatMap((path) =>
          (ids[name] ?? []).slice(0, mostOf(line, place)).map((id) => path.replace(`{${name}}`, id)),
        ),
      [line.path],
    )
    .map((path) => `${path}${query}`)
}

/** Asks every line that reads for everything there is. What fails is what is answered with a defect, or not at all. */
export const readEverything = async (url: string, known: Known) => {
  const mails: Readonly<Record<string, string>> = {
    entityAdmin: `admin.${known.run}@example.jp`,
    registrationBody: `body.${known.run}@example.jp`,
    ipa: `ipa.${known.run}@example.jp`,
    resellerAdmin: `sales.r1.${known.run}@example.jp`,
    operator: 'operator@musubi.example.jp',
  }
  const asks = new Map(
    await Promise.all(Object.entries(mails).map(async ([role, mail]) => [role, await askAs(url, mail)] as const)),
  )
  const admin = asks.get('entityAdmin')
  if (!admin) throw new Error('nobody to ask')
  const ids = await idsIn(admin, known)
  const failed: string[] = []
  let answers = 0
  for (const line of Object.values(routes) as readonly Route[]) {
    if (line.method !== 'GET' || line.who === 'anyone') continue
    const ask = asks.get(line.who.find((role) => asks.has(role)) ?? '')
    if (!ask) continue
    for (const path of pathsOf(line, ids)) {
      const { status, text } = await ask.get(path)
      answers += 1
      const isPlain = /^\/v1\/(?:contracts|discontinuances|submissions|operations)(?:\/\w+)?$/.test(path)
      if (status >= 500 || (isPlain && status !== 200)) failed.push(`${path}: ${status} ${text.slice(0, 200)}`)
    }
  }
  return { answers, failed, contracts: ids['contractId']?.length ?? 0 }
}
