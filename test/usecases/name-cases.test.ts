import { describe } from 'vitest'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { opened } from '../support/exports.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { draft, good, nextNumber } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, stopped } = await marketplace()
const one = await leaver()
const [before, now] = ['株式会社旧名商会', '株式会社新名工業']

const n = nextNumber()
const given = draft(net, { n, sme: { name: before, noticeContact: { mail: null, phone: '03-0000-0000' } } })
const { contractId, signer, sha256 } = await readyToSign(house, one.ask, given)
good(await signer.post('/v1/signing/sign', signature(sha256)))
const change = amendment(net, n, given.terms.startOn)
const { signer: again, sha256: text } = await amendmentToSign(
  house,
  one.ask,
  contractId,
  { ...change, sme: { ...given.sme, name: now } },
  given.sme.signatory,
)
good(await again.post('/v1/signing/sign-amendment', amendmentSignature(text)))
const { path } = await stopped(one)
await house.settle()

const says = (text: string): readonly boolean[] => [text.includes(now), text.includes(before)]
const shown = (where: string, came: () => Promise<string>): OutcomeCase => ({
  item: 'C43',
  given: `A firm that changed its name, as shown ${where}`,
  by: '実施主体の管理者',
  outcome: 'by its new name, and by no other',
  came: async () => says(await came()),
  is: [true, false],
})
const get = async (at: string): Promise<string> => {
  const reply = await parties.admin.get(at)
  good(reply)
  return Buffer.from(reply.bytes).toString('utf8')
}

const places: readonly OutcomeCase[] = [
  shown('on its contract', () => get(`/v1/contracts/${contractId}`)),
  shown('in the list of contracts', () => get(`/v1/contracts?corporateNumber=${given.sme.corporateNumber}`)),
  shown('in the list of takeovers', () => get(`${path}/takeovers`)),
  shown('in the text it has agreed to', () => get(`/v1/contracts/${contractId}/disclosure`)),
  shown('in the contracts of an export', async () => {
    const { operationId } = good(await parties.admin.post('/v1/exports'))
    await house.settle()
    const { files } = await opened(parties.admin, operationId)
    return (files.get('contracts.csv') ?? []).join('\n')
  }),
  {
    item: 'C43',
    given: 'A firm that changed its name, looked for by either',
    by: '実施主体の管理者',
    outcome: 'found by both',
    came: async () =>
      Promise.all(
        ['旧名', '新名'].map(
          async (name) =>
            good(await parties.admin.get(`/v1/contracts/search?name=${encodeURIComponent(name)}`)).items.length,
        ),
      ),
    is: [1, 1],
  },
]

describe('a firm that changed its name', () => {
  testOutcomes(places)
})
