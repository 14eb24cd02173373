import { newHouse, type HouseOptions } from './house.ts'
import { leaving } from './leaving.ts'
import { partiesIn } from './parties.ts'

/** Where most tests begin: a house with its parties, the service NET to sell, and what tests of resellers that stop ask of them. */
export const marketplace = async (options: HouseOptions = {}) => {
  const house = await newHouse(options)
  const parties = await partiesIn(house)
  const scene = { house, parties, net: await parties.service('NET') }
  return { ...scene, ...leaving(scene) }
}
export type Marketplace = Awaited<ReturnType<typeof marketplace>>
