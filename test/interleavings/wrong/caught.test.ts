import { afterAll, describe, expect, test } from 'vitest'
import { takeOverContracts } from '../../../functions/processes/takeover/take-over-contracts.ts'
import type { Dependencies } from '../../../functions/ports/dependencies.ts'
import { inOneStep } from '../../support/explorer.ts'
import { isProof } from '../../support/extent.ts'
import { figure } from '../../support/figures.ts'
import { good, nextNumber } from '../../support/parties.ts'
import { signature } from '../../support/signing.ts'
import { brokenInAnyOrder, sceneOfOrders, told, type SceneOfOrders } from '../all-orders.ts'
import { aboutToStop, caseRow, headRow, ofContract } from '../stopping.ts'
import { counting, listingBy, viewOf, withoutGateChecks, withoutKey, withoutWindow } from './variants.ts'

let caught = 0
afterAll(() => figure('interleavings: known-bad variants caught', caught))

/** What is right breaks nothing; what is wrong in one way breaks a promise, and it is said which. */
const verdict = (right: readonly string[], wrong: readonly string[], by: string) => {
  if (wrong.includes(by)) caught += 1
  return { right, by: wrong.includes(by) ? by : wrong }
}
const caughtBy = (by: string) => ({ right: [], by })

/** One who signs, and one who approves and freezes the list in some way; afterwards the takeover is done to its end. */
const signingAndStopping = async (scene: SceneOfOrders) => {
  const { house, parties } = scene
  const { one, approve, discontinuanceId, work } = await aboutToStop(scene)
  const { signer, sha256, contractId } = await scene.ready(one.ask, nextNumber())
  const sign = async () => told(await signer.post('/v1/signing/sign', signature(sha256)))
  const broken = (actors: readonly (() => Promise<string>)[]) =>
    brokenInAnyOrder(house, actors, {
      of: ofContract(contractId, discontinuanceId),
      broken: async ([signed, stopped], wroteBefore) => {
        const before = wroteBefore(headRow(contractId), 0, caseRow(discontinuanceId), 1)
        if (stopped === 'frozen') await work()
        return signed === 'done' && !before ? ['signed after the instant'] : []
      },
    })
  const freeze = (deps: Dependencies) => takeOverContracts(deps)(parties.entityId, discontinuanceId, () => false)
  /** Where it stops with an error nothing is frozen, and whoever comes next begins again. */
  const stop = (deps: () => Dependencies) => async () => {
    good(await approve())
    return freeze(deps()).then(
      () => 'frozen',
      (error: unknown) => String(error),
    )
  }
  return { house, one, sign, stop, broken, right: () => broken([sign, stop(() => house.deps)]) }
}

// Each variant is a search of its own through all orders: a push catches two of them, one at the gate and one among workers.

describe('what is known to be wrong is caught', () => {
  test('signing without looking at the gate', async () => {
    const { house, sign, stop, broken, right } = await signingAndStopping(await sceneOfOrders())
    const wrong = await broken([withoutGateChecks(house, sign), stop(() => house.deps)])
    expect(verdict(await right(), wrong, 'signed after the instant')).toEqual(caughtBy('signed after the instant'))
  })

  test.runIf(isProof())('listing before the fence', async () => {
    const { house, one, sign, stop, broken, right } = await signingAndStopping(await sceneOfOrders())
    const actor = async () => {
      const view = await viewOf(house.deps, one.resellerId)
      return stop(() => listingBy(house.deps, () => view, 2))()
    }
    expect(verdict(await right(), await broken([sign, actor]), 'I12')).toEqual(caughtBy('I12'))
  })

  test.runIf(isProof())('listing by an index that follows late', async () => {
    const { house, one, sign, stop, broken, right } = await signingAndStopping(await sceneOfOrders())
    // It has not seen yet what was signed a moment ago.
    const index = await viewOf(house.deps, one.resellerId)
    expect(
      verdict(await right(), await broken([sign, stop(() => listingBy(house.deps, () => index, 2))]), 'I12'),
    ).toEqual(caughtBy('I12'))
  })

  test.runIf(isProof())('leaving out the second pass, where the first did not see everything', async () => {
    const { house, one, sign, stop, broken } = await signingAndStopping(await sceneOfOrders())
    const late = (passes: number) => async () => {
      const view = await viewOf(house.deps, one.resellerId)
      return stop(() => listingBy(house.deps, () => view, passes))()
    }
    // With its second pass it stops there, and says that the book moved: a list is never frozen that is not whole.
    expect(verdict(await broken([sign, late(1)]), await broken([sign, late(2)]), 'I12')).toEqual(caughtBy('I12'))
  })

  /** Two workers on a frozen list of one contract. */
  const twoWorkers = async () => {
    const scene = await sceneOfOrders()
    const { house, parties } = scene
    const stopping = await aboutToStop(scene)
    const contractId = await scene.attested(stopping.one)
    good(await stopping.approve())
    await stopping.freeze()
    const work = (deps: () => Dependencies) => async () =>
      String(await takeOverContracts(deps())(parties.entityId, stopping.discontinuanceId, () => true))
    const broken = (deps: () => Dependencies, workers: number) =>
      brokenInAnyOrder(
        house,
        Array.from({ length: workers }, () => work(deps)),
        { of: ofContract(contractId, stopping.discontinuanceId), broken: async () => [] },
      )
    return { house, broken }
  }

  test('a counter that is read and written instead of checkpoints: right for one worker, wrong for two', async () => {
    const { house, broken } = await twoWorkers()
    const wrong = () => counting(house)
    expect(await broken(wrong, 1)).toEqual([])
    expect(verdict(await broken(() => house.deps, 2), await broken(wrong, 2), 'I14')).toEqual(caughtBy('I14'))
  })

  test.runIf(isProof())(
    'a takeover that does not look whether there is one: right for one worker, wrong for two',
    async () => {
      const { house, broken } = await twoWorkers()
      const wrong = () => withoutKey(house)
      expect(await broken(wrong, 1)).toEqual([])
      expect(verdict(await broken(() => house.deps, 2), await broken(wrong, 2), 'I12')).toEqual(caughtBy('I12'))
    },
  )

  test.runIf(isProof())('approving without looking at the window', async () => {
    const scene = await sceneOfOrders()
    const { house } = scene
    const { approve, read } = await aboutToStop(scene)
    house.clock.set((await read()).approveBy)
    const tick = () => inOneStep(() => house.clock.advance(1)).then(() => 'ticked')
    const broken = () =>
      brokenInAnyOrder(house, [async () => told(await approve()), tick], {
        withClock: true,
        of: () => false,
        broken: async () => [],
      })
    const right = await broken()
    const restore = withoutWindow(house)
    const wrong = await broken()
    restore()
    expect(verdict(right, wrong, 'I14')).toEqual(caughtBy('I14'))
  })
})
