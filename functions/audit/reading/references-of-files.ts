import type { FileEvent } from '../shapes/file.ts'
import { paper, party, type Reference } from './contract-references.ts'

const kindOfObject = { rsl: 'reseller', svc: 'service', sbm: 'submission' } as const

/** All that an event of a file refers to. A contract it belongs to is looked for with the files themselves. */
export const fileRefersTo = (event: FileEvent): readonly Reference[] => {
  if (event.type === 'file-declined') return [paper(event.reasonSha256)]
  if (event.type !== 'file-begun') return []
  const { entityId, broughtBy, of, nameSha256 } = event
  const to = kindOfObject[of.slice(0, 3) as keyof typeof kindOfObject]
  return [
    { to: 'entity', id: entityId },
    party(broughtBy, entityId),
    paper(nameSha256),
    ...(to ? [{ to, id: of, of: entityId }] : []),
  ]
}
