import type { Instant, PlainDate } from '../domain/plain-date.ts'
import type { CommandMetadata } from '../domain/command.ts'
import type { Principal } from '../domain/people.ts'

/**
 * Where a request came from, as far as the door saw it: kept beside the word of an SME, as evidence. The address is
 * whose the network says it is; the browser is what it calls itself.
 */
export type RequestOrigin = { readonly ip: string | null; readonly userAgent: string | null }

/** Context of a request: all that a use case may know about it beside its input. */
export type RequestContext<Who = Principal> = {
  readonly who: Who
  readonly at: Instant
  readonly today: PlainDate
  readonly requestId: string
  readonly origin: RequestOrigin
  readonly metadata: CommandMetadata
}
