import { expect, test } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes/index.ts'
import { isProof } from '../support/extent.ts'
import type { Ask } from '../support/house.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, partiesIn } from '../support/parties.ts'
import { lines, sceneIn, send } from '../support/scene.ts'

/** Every line by which a reseller can read of one contract, but for its print: what is shown there is on the page too. */
const reading = Object.entries(routes as Record<string, Route>).filter(
  ([, { path, effect, who }]) =>
    path.startsWith('/v1/contracts/{contractId}') &&
    effect === 'reads' &&
    !path.endsWith('.pdf') &&
    who !== 'anyone' &&
    who.includes('resellerAdmin'),
)

test('a contract is read by whoever holds it, through every line, and by nobody who held it before', async () => {
  expect(reading.length).toBeGreaterThan(5)
  const { house, parties, leaver, attested, stopped } = await marketplace()
  const [first, second] = [await leaver(), await leaver()]
  const contractId = await attested(first)
  const nowhere = `${contractId.slice(0, -4)}zzzz`

  const answers = async (who: Ask, id: string) => {
    const seen: Record<string, string> = {}
    for (const [name, { path }] of reading) {
      const { status, text } = await who.get(path.replace('{contractId}', id).replace('{name}', 'list.json'))
      seen[name] = `${status} ${text}`
    }
    return seen
  }
  const statuses = async (who: Ask) =>
    Object.entries(await answers(who, contractId)).map(([name, answer]) => `${name} ${answer.slice(0, 3)}`)
  /** In the log of whoever holds it stands what changed, and no other reseller; in that of who held it, that it happened. */
  const loggedFor = async (holder: Ask, ...others: readonly Ask[]) => {
    const logOf = async (who: Ask) => good(await who.get(`/v1/change-log?object=${contractId}&limit=50`)).items
    const whole: readonly any[] = await logOf(holder)
    expect(new Set(whole.map(({ details }) => details))).toEqual(new Set(['whole']))
    expect(whole.filter(({ changes }) => changes.length > 0)).not.toEqual([])
    const { resellerId: own } = [first, second].find(({ ask }) => ask === holder) ?? { resellerId: null }
    const foreign = own === null ? [] : [first, second].filter(({ resellerId }) => resellerId !== own)
    for (const { resellerId } of foreign) expect(JSON.stringify(whole)).not.toContain(resellerId)
    for (const other of others)
      for (const { details, changes, why, effectiveOn } of await logOf(other))
        expect({ details, changes, why, effectiveOn }).toEqual({
          details: 'withheld',
          changes: [],
          why: null,
          effectiveOn: null,
        })
  }
  /** Who holds it sees what the implementing entity sees; whoever does not is told what anyone is of no contract at all. */
  const readBy = async (holder: Ask, ...others: readonly Ask[]) => {
    expect(await statuses(holder)).toEqual(await statuses(parties.staff))
    for (const other of others) expect(await answers(other, contractId)).toEqual(await answers(other, nowhere))
    await loggedFor(holder, ...others)
  }
  const move = async (path: string, body: object) => {
    await house.settle()
    good(await parties.staff.post(`${path}/takeovers/${contractId}/settle`, { consent, ...body }))
    house.clock.advance(60_000)
  }

  await readBy(first.ask, second.ask)
  const one = await stopped(first)
  await readBy(first.ask, second.ask)
  await move(one.path, { settlement: 'movedToReseller', resellerId: second.resellerId })
  await readBy(second.ask, first.ask)
  const other = await stopped(second)
  await readBy(second.ask, first.ask)
  await move(other.path, { settlement: 'movedToImplementingEntity' })
  await readBy(parties.staff, first.ask, second.ask)
})

/** Every line that names a contract, to read it or to act on it; a new one stands here by itself, and needs a sample. */
const naming = lines.filter(([, { path }]) => path.includes('{contractId}'))
const opensTo = ({ who }: Route, role: 'resellerAdmin' | 'entityAdmin'): boolean =>
  who !== 'anyone' && who.includes(role)

/**
 * Lines that may say the same to whoever sees a contract as they say of none: what they are asked for besides is not there.
 * That is another's case or campaign, another's service, what was never sealed or held, the notice
 * before any takeover, an incident that was never told, a change of where the SME is reached that nobody asked for,
 * a letter that came, or a letter with a code that nobody asked for.
 */
const mayBeSilent: ReadonlySet<string> = new Set([
  ...naming.flatMap(([name, { path }]) => (path.startsWith('/v1/contracts/') ? [] : [name])),
  'reviseContract',
  'downloadSealed',
  'liftHold',
  'printTakeoverNotice',
  'judgeIncidentTelling',
  'getContactChange',
  'tellLetter',
  'getCodeLetter',
])

test('every line that names a contract opens to its implementing entity and to whoever holds it now, and to nobody else', async () => {
  // A contract is named to those who sell and to those who answer for it; an SME comes by its link, authorities by reports.
  for (const [name, { who }] of naming)
    expect([name, who === 'anyone' || who.some((role) => !/^(entity|reseller)/.test(role))]).toEqual([name, false])

  const { house, parties, leaver, attested, stopped } = await marketplace()
  const { requests } = await sceneIn(house)
  const elsewhere = await partiesIn(house)
  const people = { first: await leaver(), second: await leaver(), stranger: await leaver() }
  const asks = {
    first: people.first.ask,
    second: people.second.ask,
    stranger: people.stranger.ask,
    entity: parties.admin,
    other: elsewhere.admin,
  }
  type Who = keyof typeof asks
  // Whoever never held it is asked over HTTP by the authorization matrix in every push, and here in the proof.
  const looking: readonly Who[] = isProof() ? ['first', 'second', 'stranger', 'entity', 'other'] : ['first', 'second']
  const contractId = await attested(people.first)
  const nowhere = `${contractId.slice(0, -4)}zzzz`

  /** What somebody is told on every line that is open to such as they are, if it named this contract. */
  const toldOf = async (who: Who, id: string) => {
    const told: Record<string, string> = {}
    const role = who === 'entity' || who === 'other' ? 'entityAdmin' : 'resellerAdmin'
    for (const [name, line] of naming.filter(([, one]) => opensTo(one, role))) {
      const { path, ...sample } = requests[name]
      const asked = { ...sample, path: path.replace(/ctr_[0-9a-z]+/, id) }
      expect([name, asked.path.includes(id)]).toEqual([name, true])
      const { status, text } = await send(asks[who], line, asked, { dryRun: true })
      told[name] = `${status} ${text}`
    }
    return told
  }
  const listed = async (who: Who) =>
    JSON.stringify(good(await asks[who].get('/v1/contracts?limit=200')).items).includes(contractId)

  /** Whoever sees a contract is told something of it on every line; for anyone else it is not there. */
  const seenBy = async (...those: readonly Who[]) => {
    await house.settle()
    for (const who of looking) {
      const [told, ofNothing] = [await toldOf(who, contractId), await toldOf(who, nowhere)]
      const names = Object.keys(told)
      expect(names.length, who).toBeGreaterThan(25)
      const silent = (name: string) => told[name] === ofNothing[name]
      const wrong = those.includes(who)
        ? names.filter((name) => silent(name) && !mayBeSilent.has(name))
        : names.filter((name) => !silent(name))
      expect([who, wrong]).toEqual([who, []])
      expect([who, await listed(who)]).toEqual([who, those.includes(who)])
    }
  }

  await seenBy('first', 'entity')
  const one = await stopped(people.first)
  await seenBy('first', 'entity')
  const settle = `${one.path}/takeovers/${contractId}/settle`
  const move = { settlement: 'movedToReseller', resellerId: people.second.resellerId, consent }
  good(await parties.staff.post(settle, move))
  await seenBy('second', 'entity')
  house.clock.advance(60_000)
  const other = await stopped(people.second)
  await seenBy('second', 'entity')
  const onward = `${other.path}/takeovers/${contractId}/settle`
  good(await parties.staff.post(onward, { settlement: 'movedToImplementingEntity', consent }))
  await seenBy('entity')
}, 180_000)
