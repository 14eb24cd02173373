import { sealingHouse } from '../archives.ts'
import { leave } from '../cancelling.ts'
import type { House } from '../house.ts'
import type { Pen } from '../pen.ts'

/** Enters why an archive is disposed of: twelve years after its contract ended. Time stays there, so this comes last. */
export const walkArchives = async (pen: Pen, house: House) => {
  const { signed, seller, admin } = await sealingHouse(house)
  const contractId = await signed()
  await house.settle()
  await leave(seller, contractId, house.clock.today())
  await house.settle()
  const archive = `/v1/contracts/${contractId}/archive`
  house.clock.set('2038-10-03T09:00:00+09:00')
  await pen.writes('disposeArchive', admin, `${archive}/dispose`, { reason: '期限が過ぎたため' })
  await pen.reads(admin, archive)
}
