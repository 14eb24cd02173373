import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../kills/server.ts'
import { figure } from '../support/figures.ts'
import { isProof } from '../support/extent.ts'

type Told = { readonly code: number | null; readonly said: string }

/** Runs the story as `npm run story` does. */
const tell = (env: NodeJS.ProcessEnv): Promise<Told> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/story/index.ts'], { env: { ...process.env, ...env } })
    let said = ''
    const hear = (chunk: Buffer) => (said += chunk.toString())
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
  })

/** The tellings to one server: the second finds all that the first left behind. */
const tellings = [1, 2]

const ticks = (said: string): number => said.split('✓').length - 1

test('the story comes out as it must, in a house of its own', async () => {
  const { code, said } = await tell({ MUSUBI_URL: '' })
  expect(said).toContain('すべて、そうなるべきとおりになった。')
  expect(said).not.toContain('✗')
  expect(code).toBe(0)
  figure('story: things that came out as they must', ticks(said))
  for (const [name, value] of Object.entries(JSON.parse(readFileSync('.cache/story.json', 'utf8'))))
    figure(`story: ${name}`, value as number)
})

test.runIf(isProof())(
  'the story comes out as it must on a server that is running, twice over, beside what it already holds',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'musubi-story-'))
    const server = await startServer(folder)
    onTestFinished(async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    for (const telling of tellings) {
      const { code, said } = await tell({ MUSUBI_URL: server.url })
      expect(said, `telling ${telling}`).not.toContain('✗')
      expect(code, `telling ${telling}`).toBe(0)
    }
  },
)

test('the story fails where the house does not answer', async () => {
  const { code, said } = await tell({ MUSUBI_URL: 'http://127.0.0.1:9' })
  expect(said).toContain('点が、そうならなかった。')
  expect(code).toBe(1)
})
