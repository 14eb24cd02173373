import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { beginFile, fileName, type ExistingFile } from '../../../shared/domain/file/file.ts'
import { aboutFileKind, aboutFilePurpose } from '../../../shared/domain/file/purposes.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { paperAt } from '../../ports/papers.ts'
import { beginning } from '../../application/change.ts'
import { ownPortfolio, type Seller } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'
import { objectOf, reachObject } from '../../application/files/file-access.ts'
import { fileDone } from '../../views/file-view.ts'
import { fileNameForm } from '../../papers/files.ts'

type Body = InputOf<Routes['beginUpload']>['body']

/** Refusal of what does not go together: the purpose with the thing, with who brings it, the name with the kind. */
const misfit = (who: Seller, { of, purpose, name, kind }: Body): Refusal<'does-not-fit'> | undefined => {
  const about = aboutFilePurpose[purpose]
  const prefix = objectOf(purpose)
  if (!of.startsWith(`${prefix}_`)) {
    const objects = { rsl: '再販協力会社', svc: 'サービス', ctr: '契約', sbm: '届出・報告' }
    const ja = `${about.name.ja}は、${objects[prefix as keyof typeof objects]}に付けてください。`
    const en = `A ${about.name.en} belongs to a ${about.of}.`
    return { kind: 'does-not-fit', what: 'of', given: of, needs: `an id that begins with ${prefix}_`, why: { ja, en } }
  }
  if (about.by === 'entity' && 'resellerId' in who)
    return {
      kind: 'does-not-fit',
      what: 'purpose',
      given: purpose,
      needs: 'brought by the implementing entity',
      why: {
        ja: `${about.name.ja}は、実施主体が登録します。`,
        en: `A ${about.name.en} is brought by the implementing entity.`,
      },
    }
  const { endings } = aboutFileKind[kind]
  if (endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`))) return undefined
  return {
    kind: 'does-not-fit',
    what: 'name',
    given: name,
    needs: endings.map((ending) => `.${ending}`).join(', '),
    why: {
      ja: `ファイル名の末尾が、申し出た種類（${kind.toUpperCase()}）と合いません。`,
      en: `The name does not end as a ${kind.toUpperCase()} does.`,
    },
  }
}

/**
 * Begins an upload: what will come is stated, and the answer says where to. The link is made anew for each answer and is
 * kept nowhere; a dry run gives none.
 */
export const beginUpload =
  (deps: Dependencies): HandlerOf<Routes['beginUpload']> =>
  async ({ body }, { who, at, metadata }) => {
    const wrong = misfit(who, body)
    if (wrong) return refuse(wrong)
    const reach = await reachObject(deps, who, body.of, true)
    if (!reach.ok) return reach
    const fileId = deps.ids.fresh('fil')
    const { name, number = null, of, purpose, kind, bytes, sha256 } = body
    const paper = paperAt(deps.digest, 'name', 0, fileNameForm.write({ name }))
    const stated = { fileId, entityId: who.entityId, broughtBy: ownPortfolio(who), of, purpose, number, kind, bytes }
    const decision = beginFile({ ...stated, sha256, nameSha256: paper.sha256, begunBy: who.sub }, at)
    if (!decision.ok) return decision
    const changed = beginning('file', fileId, decision.value, at, { papers: [paper] })
    const done = await deps.commits.commit({
      metadata,
      answer: { ...fileDone(changed.state as ExistingFile, 1), upload: null },
      changes: [changed],
    })
    if (!done.ok || metadata.dryRun) return done
    const content = { type: aboutFileKind[kind].type, bytes, sha256 }
    const place = fileName({ entityId: who.entityId, fileId: done.value.fileId })
    const link = await deps.uploads.quarantine.linkTo(place, content)
    return { ...done, value: { ...done.value, upload: { ...link, headers: { ...link.headers } } } }
  }

/** The thing it belongs to, and a transaction with an event and the evidence document of its name. */
export const costs: Costs = {
  beginUpload: { requests: 2, readUnits: 1, writeUnits: 16 },
}
