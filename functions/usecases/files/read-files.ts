import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { inForceOn, type ExistingFile } from '../../../shared/domain/file/file.ts'
import { aboutFileKind, aboutFilePurpose, filePurposes } from '../../../shared/domain/file/purposes.ts'
import { fileName } from '../../../shared/domain/file/file.ts'
import { passedLink } from '../../../shared/domain/contract/link.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { numbered } from '../../ports/papers.ts'
import { noLink, own, type Sme } from '../../application/contracts/as-sme.ts'
import type { Costs } from '../../application/cost.ts'
import { findFile, reachObject } from '../../application/files/file-access.ts'
import { fileNameOf, filesShown, inForceAmong } from '../../application/files/files-shown.ts'
import { readWhole } from '../../application/read-whole.ts'
import { fileView, peopleOf } from '../../views/file-view.ts'
import { reasonForm } from '../../papers/statements.ts'

export const listFiles =
  (deps: Dependencies): HandlerOf<Routes['listFiles']> =>
  async ({ query: { of, purpose } }, { who, today }) => {
    const reach = await reachObject(deps, who, of, false)
    if (!reach.ok) return refuse({ kind: 'not-found', what: 'of' })
    const { items, unreadable } = await filesShown(
      deps,
      who,
      of,
      today,
      (one) => purpose === undefined || one.purpose === purpose,
    )
    return ok({ items, unreadable, nextCursor: null })
  }

export const getFile =
  (deps: Dependencies): HandlerOf<Routes['getFile']> =>
  async ({ params: { fileId } }, { who, today }) => {
    const found = await findFile(deps, who, fileId)
    if (!found.ok) return found
    const { state, version } = found.value
    const siblings = aboutFilePurpose[state.purpose].versioned ? readWhole(await deps.directory.filesOf(state.of)) : []
    const inForce = inForceAmong(
      siblings.map((one) => one.state),
      today,
    )
    const [name, names, declined] = await Promise.all([
      fileNameOf(deps, state),
      deps.people.namesOf(peopleOf(state), who),
      state.stage === 'declined'
        ? deps.ledger.paper(fileId, numbered('declined', version)).then(reasonForm.read)
        : null,
    ])
    const view = fileView(state, version, { name, names, inForce: inForce.has(fileId) })
    return ok({ ...view, reason: declined?.reason ?? null })
  }

const handedOut = async (deps: Dependencies, file: ExistingFile) => {
  const fileNamed = await fileNameOf(deps, file)
  const { type } = aboutFileKind[file.kind]
  const link = await deps.uploads.handOut(fileName(file), { fileName: fileNamed, type })
  return ok({ ...link, fileName: fileNamed, sha256: file.sha256 })
}

/** Hands out what was accepted: an address that is good for a minute, and saves it under its name. */
export const handOutFile =
  (deps: Dependencies): HandlerOf<Routes['handOutFile']> =>
  async ({ params: { fileId } }, { who }) => {
    const found = await findFile(deps, who, fileId)
    if (!found.ok) return found
    const { state } = found.value
    if (state.acceptedAt === null)
      return refuse({ kind: 'wrong-stage', what: 'file', stage: state.stage, needs: ['accepted', 'approved'] })
    return handedOut(deps, state)
  }

/** Documents in force of the service that an SME has a contract for; undefined behind a link that opens nothing. */
const ownDocuments = async (deps: Dependencies, call: RequestContext<Sme>) => {
  const now = await own(deps, call)
  const link = now && passedLink(now.state, call.who.nonce, call.at, 'own')
  if (!now || !link?.ok || now.state.stage !== 'live') return undefined
  const { serviceId } = now.state.deal
  const files = readWhole(await deps.directory.filesOf(serviceId)).map(({ state }) => state)
  return filePurposes
    .filter((purpose) => aboutFilePurpose[purpose].readBy.includes('sme'))
    .flatMap((purpose) => inForceOn(files, purpose, call.today) ?? [])
}

/** The terms and the guide to the insurance as they are in force today. */
export const listOwnFiles =
  (deps: Dependencies): HandlerOf<Routes['listOwnFiles']> =>
  async (_, call) => {
    const documents = await ownDocuments(deps, call)
    if (!documents) return noLink
    const items = await Promise.all(
      documents.map(async (file) => {
        const { fileId, purpose, number, kind, bytes, sha256, effectiveOn } = file
        const said = { fileId, purpose, number, kind, bytes, sha256, effectiveOn: effectiveOn ?? call.today }
        return { ...said, purposeName: { ...aboutFilePurpose[purpose].name }, name: await fileNameOf(deps, file) }
      }),
    )
    return ok({ items, nextCursor: null })
  }

export const handOutOwnFile =
  (deps: Dependencies): HandlerOf<Routes['handOutOwnFile']> =>
  async ({ params: { fileId } }, call) => {
    const documents = await ownDocuments(deps, call)
    if (!documents) return noLink
    const file = documents.find((one) => one.fileId === fileId)
    return file ? handedOut(deps, file) : refuse({ kind: 'not-found', what: 'file' })
  }

/** The thing or the file, the list by index and its rows, the name of each, and people's names: here of one file. */
export const costs: Costs = {
  listFiles: { requests: 7, readUnits: 7.5, writeUnits: 0 },
  getFile: { requests: 7, readUnits: 7.5, writeUnits: 0 },
  handOutFile: { requests: 2, readUnits: 2, writeUnits: 0 },
  listOwnFiles: { requests: 4, readUnits: 5.5, writeUnits: 0 },
  handOutOwnFile: { requests: 4, readUnits: 5.5, writeUnits: 0 },
}
