import { zipSync } from 'fflate'
import { afterEach, describe, vi } from 'vitest'
import { validPackage } from '../../functions/verify/package.ts'
import { Wrong } from '../../functions/verify/wrong.ts'
import { wordsOf } from '../documents/reading.ts'
import { packageOf, sealingHouse } from '../support/archives.ts'
import { onOwnPage } from '../support/changing.ts'
import { newHouse } from '../support/house.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { draft, good } from '../support/parties.ts'
import { filesOf } from '../support/tampering-package.ts'
import { described } from '../support/zips.ts'

const house = await newHouse()
const all = await sealingHouse(house)
const { sme } = draft(all.serviceId, { sme: { name: '架空神髙﨑⼀商店', employees: 7 } })
const contractId = await all.signed({ sme })
await house.settle()
const zip = await packageOf(all.admin, contractId)
const files = filesOf(zip)
afterEach(() => void vi.useRealTimers())

const verdict = (bytes: Uint8Array): string => {
  try {
    const { packing } = validPackage(Buffer.from(bytes))
    return `valid, ${packing}`
  } catch (error) {
    if (error instanceof Wrong) return error.where
    throw error
  }
}
const [court, sme1, seller] = ['裁判所の専門家', 'ユーザー', '再販協力会社の管理者']
const pdfs = Object.keys(files).filter((path) => path.endsWith('.pdf'))
const changed = (path: string): Uint8Array => {
  const bytes = Buffer.from(files[path] ?? [])
  bytes.writeUInt8(bytes.readUInt8(900) ^ 1, 900)
  return bytes
}
const behind = (path: string): Uint8Array => Buffer.concat([files[path] ?? Buffer.alloc(0), Buffer.from('\n')])

const packages: readonly OutcomeCase[] = [
  ...['1971-01-01', '2026-01-01', '2045-01-01', '2076-01-01'].map(
    (day): OutcomeCase => ({
      item: 'C32',
      given: `A package, verified on a machine whose clock says ${day}`,
      by: court,
      outcome: 'valid: what counts is the moment of the stamp',
      came: async () => {
        vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] })
        return verdict(zip)
      },
      is: 'valid, asMade',
    }),
  ),
  ...(
    [
      ['compressed by another tool', () => zipSync({ ...files }, { level: 9 })],
      ['streamed, with sizes behind', () => described(files)],
      ['under a folder', () => zipSync(Object.fromEntries(Object.entries(files).map(([p, b]) => [`証拠/${p}`, b])))],
    ] as const
  ).map(
    ([how, made]): OutcomeCase => ({
      item: 'C33',
      given: `A package unpacked and packed again, ${how}`,
      by: court,
      outcome: 'valid, and said to be packed again',
      came: async () => verdict(made()),
      is: 'valid, packedAgain',
    }),
  ),
  ...pdfs.flatMap((path): readonly OutcomeCase[] => [
    {
      item: 'C33',
      given: `A package packed again with one byte of ${path.replace(/\d{4}/, 'n')} changed`,
      by: court,
      outcome: 'not valid, and that document is named',
      came: async () => verdict(zipSync({ ...files, [path]: changed(path) })),
      is: path,
    },
    {
      item: 'C31',
      given: `A package in which ${path.replace(/\d{4}/, 'n')} was saved again by a reader of PDFs`,
      by: court,
      outcome: 'not valid, and that document is named',
      came: async () => verdict(zipSync({ ...files, [path]: behind(path) })),
      is: path,
    },
  ]),
]

const nameIn = (headers: Readonly<Record<string, string>>): string =>
  /filename="([^"]+)"/.exec(headers['content-disposition'] ?? '')?.[1] ?? ''
const own = () => onOwnPage(house, all.seller, contractId, sme.signatory)

const papers: readonly OutcomeCase[] = [
  ...['contract/document.pdf', 'contract/signing-certificate.pdf'].map(
    (path): OutcomeCase => ({
      item: 'C31',
      given: `Its own ${path}, saved from its own page`,
      by: sme1,
      outcome: 'the very bytes that were sealed, under a name that bears the contract',
      came: async () => {
        const { bytes, headers } = await (await own()).get(`/v1/signing/${path}`)
        const sealed = pdfs.some((one) => Buffer.from(files[one] ?? []).equals(Buffer.from(bytes)))
        return [sealed, nameIn(headers).startsWith(contractId)]
      },
      is: [true, true],
    }),
  ),
  ...['document.pdf', 'signing-certificate.pdf', 'insurance-cover.pdf'].map(
    (path): OutcomeCase => ({
      item: 'C34',
      given: `The name of a firm with compatibility kanji, read out of ${path}`,
      by: seller,
      outcome: 'the very code points that were put in',
      came: async () => {
        const { bytes } = await all.seller.get(`/v1/contracts/${contractId}/${path}`)
        return (await wordsOf(bytes)).includes(sme.name)
      },
      is: true,
    }),
  ),
  {
    item: 'C45',
    given: 'Every paper of two contracts, saved into one folder',
    by: seller,
    outcome: 'as many files: no name comes twice, each has its ending',
    came: async () => {
      const other = await all.signed()
      await house.settle()
      const paths = [contractId, other].flatMap((id) =>
        ['document.pdf', 'signing-certificate.pdf', 'insurance-cover.pdf', 'archive/contract-0006.pdf'].map(
          (path) => `/v1/contracts/${id}/${path}`,
        ),
      )
      const lists = ['/v1/contracts/search.csv?amountFrom=1']
      const names = [
        ...(await Promise.all([...paths, ...lists].map(async (path) => nameIn((await all.seller.get(path)).headers)))),
        ...(await Promise.all(
          [contractId, other].map(async (id) =>
            nameIn((await all.admin.get(`/v1/contracts/${id}/evidence-package`)).headers),
          ),
        )),
        nameIn((await all.admin.get('/v1/reports/contracts.csv?from=2026-04-01&until=2026-09-30')).headers),
        nameIn((await all.admin.get('/v1/reports/contracts.csv?from=2026-10-01&until=2026-10-31')).headers),
      ]
      return [names.length - new Set(names).size, names.filter((name) => !/\.(pdf|csv|zip)$/.test(name))]
    },
    is: [0, []],
  },
  {
    item: 'C46',
    given: 'The verifier, fetched from the site without an account',
    by: court,
    outcome: 'one JavaScript file, the same as in the package, with the fingerprints of keys published beside it',
    came: async () => {
      const anyone = house.withToken(undefined)
      const { bytes } = await anyone.get('/v1/verifier/musubi-verify.mjs')
      const { packageKey } = good(await anyone.get('/v1/public-keys'))
      return [
        Buffer.from(bytes).equals(Buffer.from(files['musubi-verify.mjs'] ?? [])),
        packageKey.sha256 === validPackage(Buffer.from(zip)).keyFingerprint,
      ]
    },
    is: [true, true],
  },
]

describe('a package as a court gets it', () => {
  testOutcomes(packages)
})
describe('papers that are saved', () => {
  testOutcomes(papers)
})
