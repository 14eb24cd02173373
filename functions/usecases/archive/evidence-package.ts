import { numbersOf, shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ExistingArchive } from '../../../shared/domain/archive/archive.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { EventAsHashed } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { inVault, trueBytes } from '../../application/archive/files.ts'
import { archiveSeen } from '../../application/archive/archive-seen.ts'

type Files = Record<string, Uint8Array>

/**
 * Package of all that proves a contract, one zip that can be checked without the platform: sealed documents, time
 * stamps, both ledgers as they were hashed, the evidence documents they name, the keys; a list of it all, and the
 * platform's signature over the list. While nothing happens, it comes out the same to the byte.
 */
export const downloadEvidencePackage =
  (deps: Dependencies): HandlerOf<Routes['downloadEvidencePackage']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await archiveSeen(deps, who, contractId)
    if (!found.ok) return found
    const archive = found.value.kept.state
    if (archive.stage !== 'kept' || archive.sealings.length === 0) {
      const stage = archive.stage === 'kept' ? 'none' : archive.stage
      return refuse({ kind: 'wrong-stage', what: 'archive', stage, needs: ['kept'] })
    }
    return ok(await evidencePackage(deps, contractId, archive))
  }

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const evidencePackage = async (
  deps: Dependencies,
  contractId: ContractId,
  archive: ExistingArchive,
): Promise<Uint8Array> => {
  // The archive first: whatever it names of the contract's ledger is there by the time that is read.
  const ofArchive = await historyOf(deps, 'archive', archive.archiveId)
  const ofContract = await historyOf(deps, 'contract', contractId)
  const jwk = await deps.packageKey.publicJwk()
  const files: Files = {
    ...ofArchive.files,
    ...ofContract.files,
    ...(await filesInVault(deps, archive)),
    'keys/package.json': bytesOf(deps.canonical(jwk)),
    'README.txt': bytesOf(readmeOf(contractId)),
    'musubi-verify.mjs': bytesOf(deps.verifier),
  }
  const manifest = bytesOf(
    deps.canonical({
      format: 'musubi/evidence/1',
      ...numbersOf(contractId),
      archiveId: archive.archiveId,
      asOf: { contract: ofContract.standing, archive: ofArchive.standing },
      files: Object.keys(files)
        .sort()
        .map((path) => {
          const bytes = files[path] ?? new Uint8Array()
          return { path, bytes: bytes.length, sha256: deps.bytesDigest(bytes) }
        }),
    }),
  )
  return deps.bundled({
    ...files,
    'manifest.json': manifest,
    'manifest.sig': await deps.packageKey.sign(manifest),
  })
}

/** A ledger as it was hashed, the evidence documents beside it, and where it stands. */
const historyOf = async ({ ledger, canonical }: Dependencies, what: 'contract' | 'archive', stream: string) => {
  const events: readonly EventAsHashed[] = await ledger.textsOf(stream)
  const papers = await ledger.papersOf(stream)
  const files: Files = { [`ledger/${what}.json`]: bytesOf(canonical(events)) }
  for (const { name, text } of papers) files[`papers/${what}/${name}.json`] = bytesOf(text)
  return { files, standing: { version: events.length, chain: events.at(-1)?.hash ?? '' } }
}

const filesInVault = async (deps: Dependencies, { archiveId, sealings }: ExistingArchive): Promise<Files> => {
  const files: Files = {}
  for (const { documents, stamp, certificate } of sealings) {
    for (const { name, sha256 } of documents)
      files[`documents/${name}`] = await trueBytes(deps, inVault(archiveId, name), sha256)
    files[`stamps/${stamp.name}`] = await trueBytes(deps, inVault(archiveId, stamp.name), stamp.sha256)
    files[certificate.name] = await trueBytes(deps, certificate.name, certificate.sha256)
  }
  return files
}

const readmeOf = (contractId: ContractId): string => `証拠一式（Musubi）
契約番号 ${shortNumberOf(contractId)}（契約ID ${contractId}）

この圧縮ファイルには、一つの契約について保管されている書面と記録が入っています。
  documents/  電子署名とタイムスタンプを付した書面（PDF）
  stamps/     書面の一覧に付したタイムスタンプ（RFC 3161）
  ledger/     契約と保管の台帳（ハッシュの対象となった文字列のまま）
  papers/     台帳の記録が指す書類
  keys/       公開鍵と証明書
  manifest.json, manifest.sig  すべてのファイルの一覧と、その署名
  musubi-verify.mjs  上のすべてを確かめるプログラム（JavaScript のファイル一つ）
Node.js 20 以降があれば、何も導入せず、ネットワークにもつながずに確かめられます。
  node musubi-verify.mjs 対象
対象は、この zip（圧縮し直したものでも、展開したフォルダーでもかまいません）か、封印のある PDF です。
この zip は、受け取ったまま保管してください。中の PDF を閲覧ソフトで保存し直すと、封印のときと同じではなくなります。
一式を渡した相手を疑うときは、同梱のものでなく、発行者のサイトの /v1/verifier/musubi-verify.mjs で確かめてください。
表示される鍵の指紋は、発行者のサイトの /v1/public-keys で公表されているものと見比べてください。

EVIDENCE PACKAGE (Musubi) of contract ${shortNumberOf(contractId)}

Everything kept of one contract: sealed documents, time stamps, ledgers as they were hashed, the papers
they name, keys, and a signed list of it all. musubi-verify.mjs checks it, offline, with nothing to install
but Node.js 20 or later: node musubi-verify.mjs TARGET, where TARGET is this zip (packed again or not), the
folder it was unpacked into, or a sealed PDF. Keep the zip as it came: a PDF reader that saves a document
again changes it. If you doubt whoever gave you the package, take the verifier from the publisher's site, at
/v1/verifier/musubi-verify.mjs, and compare the fingerprints it prints with those at /v1/public-keys there.
`

/** Costs of both ledgers and all evidence documents beside them: more for a contract with a longer history. */
export const costs: Costs = {
  downloadEvidencePackage: { requests: 7, readUnits: 9, writeUnits: 0 },
}
