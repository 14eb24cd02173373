import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '../kills/server.ts'
import { askAs, askWith } from '../story/client.ts'
import { figure } from '../support/figures.ts'
import { good } from '../support/parties.ts'
import { signature } from '../support/signing.ts'
import { seedBook } from './takeover-book.ts'
import { signersOn, type Signer } from './takeover-signers.ts'

const signers = 800
/** Between one signature and the next: a busy hour for all of Japan. */
const everyMs = 50

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

/** Signs one after another until told to stop, and gives how long each took, shortest first. */
const sign = async (url: string, from: Signer[], goesOn: () => boolean): Promise<readonly number[]> => {
  const took: number[] = []
  for (let signer = from.shift(); signer && goesOn(); signer = from.shift()) {
    const began = performance.now()
    good(await askWith(url, signer.token).post('/v1/signing/sign', signature(signer.sha256)))
    took.push(performance.now() - began)
    await pause(everyMs)
  }
  return took.toSorted((a, b) => a - b)
}

const promised = { seconds: 60, timesIdle: 2 }

const told = (name: string, took: readonly number[]): string => {
  const said = `median ${percentile(took, 0.5).toFixed(0)} ms, p99 ${percentile(took, 0.99).toFixed(0)} ms, of ${took.length}`
  figure(`takeover under load: ${name}`, said)
  return `${name}: ${said}`
}

/**
 * A takeover on a server as `npm start` runs it, engine, relay and all, while others sign: how long until every
 * contract has its takeover, and how long those who sign have to wait. Throws where that is longer than promised.
 */
export const underLoad = async (folder: string, contracts: number): Promise<void> => {
  const { resellerId, more: waiting } = await seedBook(folder, contracts, signersOn(signers))
  const server = await startServer(folder)
  try {
    const [staff, admin] = await Promise.all(
      ['staff@entity.example.jp', 'admin@entity.example.jp'].map((mail) => askAs(server.url, mail)),
    )
    if (!staff || !admin) throw new Error('nobody is there')
    const idle = waiting.splice(0, signers / 2)
    const before = await sign(server.url, idle, () => true)
    console.log(told('signing, idle', before))

    const { discontinuanceId } = good(
      await staff.post('/v1/discontinuances', {
        resellerId,
        ground: 'bankruptcy',
        occurredOn: '2026-10-01',
        statement: '計測のため',
      }),
    )
    const began = performance.now()
    good(await admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    const seconds = () => ((performance.now() - began) / 1_000).toFixed(1)
    console.log(`responsible after ${seconds()} s`)
    figure('takeover under load: the implementing entity is responsible after, s', seconds())

    let reached = false
    const signing = sign(server.url, waiting, () => !reached)
    while (!reached) {
      await pause(250)
      reached = good(await admin.get(`/v1/discontinuances/${discontinuanceId}/progress`)).reached
    }
    const took = seconds()
    console.log(`${contracts} taken over after ${took} s`)
    figure(`takeover under load: ${contracts} contracts taken over, s`, took)
    const during = await signing
    console.log(told('signing, while they are taken over', during))
    const times = percentile(during, 0.99) / percentile(before, 0.99)
    figure('takeover under load: signing p99, times idle', times.toFixed(1))
    if (Number(took) > promised.seconds || times >= promised.timesIdle) throw new Error('slower than promised')
  } finally {
    await server.stop()
  }
}
