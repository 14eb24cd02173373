import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { startServer } from '../kills/server.ts'
import { askAs } from '../story/client.ts'
import { knownOf, thawed } from './frozen.ts'

describe.each(['before-forms'] as const)('a folder left behind by %s', (name) => {
  test('opens, and a key that was answered there is answered alike', async () => {
    const folder = thawed(name)
    const { replays } = knownOf(name)
    const server = await startServer(folder, { MUSUBI_CLOCK: '2026-10-02T09:00:00+09:00' })
    try {
      for (const { who, path, key, body, status, answer } of replays) {
        const again = await (await askAs(server.url, who)).post(path, body ?? undefined, { key })
        expect([path, again.status, again.body]).toEqual([path, status, answer])
        expect(again.headers.get('idempotency-replayed')).toBe('true')
      }
    } finally {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
