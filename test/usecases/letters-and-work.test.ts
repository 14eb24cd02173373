import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sweepIn } from '../../functions/jobs/sweep/sweep-in.ts'
import type { Dependencies } from '../../functions/ports/dependencies.ts'
import { newHouse } from '../support/house.ts'
import { good, paper, partiesIn } from '../support/parties.ts'
import type { EventRef } from '../../functions/ports/event-ref.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'log').mockReturnValue()
})
afterEach(() => void vi.restoreAllMocks())

test('a letter does not wait for the work its event owes too, and the work is not handed with every sweep', async () => {
  const house = await newHouse()
  const { admin, service } = await partiesIn(house)
  const given = paper(await service('NET'))
  good(await admin.post('/v1/contracts/attest', given))
  const { mail } = given.sme.noticeContact
  const handed: EventRef[] = []
  const post = (open: boolean): Dependencies['post'] => ({
    ...house.deps.post,
    mail: async (letter) => {
      if (!open && letter.to === mail) throw new Error('the post is closed')
      return house.deps.post.mail(letter)
    },
  })
  const sweep = (open: boolean) =>
    sweepIn({
      ...house.deps,
      post: post(open),
      work: { ...house.deps.work, hand: async (ref) => void handed.push(ref) },
    })({}, { getRemainingTimeInMillis: () => 50_000 })

  house.clock.advance(60_000)
  await expect(sweep(false)).rejects.toThrow('1 events')
  await sweep(true)
  expect(house.letters.map(({ to }) => to)).toContain(mail)
  expect(handed).toEqual([])
  house.clock.advance(14 * 60_000)
  await sweep(true)
  expect(handed).toHaveLength(1)
})
