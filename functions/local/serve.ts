import { flushCompileCache } from 'node:module'
import { LocalEnv } from '../../shared/wiring/local-env.ts'
import type { Words } from '../../shared/domain/words.ts'
import { CannotStart, cannotRead } from './cannot-start.ts'
import { people, seedDemo } from './demo.ts'
import { start } from './start.ts'

/** Says why it cannot start, and ends: what is in the way is not ours, so no stack helps anyone. */
const giveUp = (error: unknown): never => {
  if (!(error instanceof CannotStart)) throw error
  console.error(`\n起動できません。${error.words.ja}\n\nMusubi cannot start. ${error.words.en}\n`)
  process.exit(1)
}

const needs: Readonly<Record<keyof LocalEnv, Words>> = {
  MUSUBI_DATA: { ja: 'フォルダの場所を入れてください。', en: 'Give the path of a folder.' },
  MUSUBI_PORT: { ja: '0から65535までの整数を入れてください。', en: 'Give a whole number from 0 to 65535.' },
  MUSUBI_CLOCK: {
    ja: '2026-10-01T09:00:00+09:00 の形で、時差まで入れてください。',
    en: 'Give a moment with its offset, as in 2026-10-01T09:00:00+09:00.',
  },
  DYNAMODB_ENDPOINT: {
    ja: 'http:// で始まるアドレスを入れてください。',
    en: 'Give an address that begins with http://.',
  },
}

const settings = () => {
  const read = LocalEnv.safeParse(process.env)
  if (read.success) return read.data
  throw cannotRead(
    read.error.issues.map(({ path: [setting] }) => {
      const name = String(setting) as keyof typeof needs
      return { name, given: process.env[name] ?? '', needs: needs[name] }
    }),
  )
}

const begin = async () => {
  const env = settings()
  const running = await start({
    folder: env.MUSUBI_DATA,
    port: env.MUSUBI_PORT,
    clock: env.MUSUBI_CLOCK,
    endpoint: env.DYNAMODB_ENDPOINT,
  })
  return { env, running }
}

// Files kept here hold links, codes and keys: for nobody else on this machine, the engine's files included.
process.umask(0o077)
const beginning = begin().catch(giveUp)

// Signals count from the first moment: whoever stops this before it has begun must leave no engine behind either.
let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  // An engine taken over from a killed server is no child, and keeps this process no longer awake: it must end first.
  setInterval(() => {}, 1_000)
  void beginning.then(({ running }) => running.stop()).then(() => process.exit(0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('SIGHUP', stop)

/** Fills an empty platform with people to try it as, and says where everything is. */
const welcome = async ({ env, running }: Awaited<typeof beginning>): Promise<void> => {
  await seedDemo(running)
  const tokens = await Promise.all(
    people.map(async ({ who, mail }) => ({ who, mail, ...(await running.issuer.tokenFor(mail)) })),
  )
  console.log(`
結 Musubi

  入口      ${running.url}/
  API       ${running.url}/docs
  郵便受け  ${running.url}/local/mailbox   (この機械から出たメールとSMS)
  データ    ${env.MUSUBI_DATA}/  (${running.engine})

試すための人（トークンは1時間有効。取り直し: POST ${running.url}/local/tokens {"mail": "…"}）
${tokens.map(({ who, mail, role, token }) => `\n  ${who}(${role}) ${mail}\n  ${token}`).join('\n')}
`)
}

const begun = await beginning
// A server that is killed later leaves what it compiled all the same.
flushCompileCache()
await welcome(begun).catch(async (error: unknown) => {
  if (stopping) return
  await begun.running.stop()
  throw error
})
