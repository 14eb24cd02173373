import type { Instant, PlainDate } from '../domain/plain-date.ts'
import type { CommandMetadata } from '../domain/command.ts'
import type { Principal } from '../domain/people.ts'

/** Everything a use case may know about the request beside its input. */
export type RequestContext<Who = Principal> = {
  readonly who: Who
  readonly at: Instant
  readonly today: PlainDate
  readonly requestId: string
  readonly metadata: CommandMetadata
}
