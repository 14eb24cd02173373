import { expect, test } from 'vitest'

const { noting } = await import(new URL('../../web/console/unreadable.js', import.meta.url).href)

const answers: Readonly<Record<string, unknown>> = {
  listContracts: { items: [], nextCursor: null, unreadable: [{ id: 'ctr_1' }, { id: null }] },
  listServices: { items: [], nextCursor: null },
}
const ask = async (name: string) => answers[name]

test('a screen says what could not be shown of what it reads, each once, and nothing where all can (attack 2)', async () => {
  const noted = noting(ask)
  await noted.ask('listServices')
  expect(noted.notices()).toEqual([])
  for (let twice = 0; twice < 2; twice += 1) await noted.ask('listContracts')
  const [notice] = noted.notices()
  expect(notice).toMatchObject({ kind: 'words', tone: 'alert', lines: [expect.stringContaining('ctr_1')] })
})
