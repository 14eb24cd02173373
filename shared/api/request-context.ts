import type { Instant, PlainDate } from '../domain/plain-date.ts'
import type { CommandMetadata } from '../domain/command.ts'
import type { Principal } from '../domain/people.ts'

/** Context of a request: all that a use case may know about it beside its input. */
export type RequestContext<Who = Principal> = {
  readonly who: Who
  readonly at: Instant
  readonly today: PlainDate
  readonly requestId: string
  readonly metadata: CommandMetadata
}
