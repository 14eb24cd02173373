import { LocalEnv } from '../../shared/wiring/local-env.ts'
import { people, seedDemo } from './demo.ts'
import { start } from './start.ts'

const env = LocalEnv.parse(process.env)
const running = await start({
  folder: env.MUSUBI_DATA,
  port: env.MUSUBI_PORT,
  clock: env.MUSUBI_CLOCK,
  endpoint: env.DYNAMODB_ENDPOINT,
})
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

let stopping = false
const stop = (): void => {
  if (stopping) return
  stopping = true
  void running.stop().then(() => process.exit(0))
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
