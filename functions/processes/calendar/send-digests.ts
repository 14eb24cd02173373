import type { Dependencies } from '../../ports/dependencies.ts'
import { sendDigest } from '../../notifications/people/send-digest.ts'

const entriesAtOnce = 500

/**
 * Sends each person whose morning has come one letter with everything that waited for it. Killed, it comes again with what
 * was not cleared; idempotent but for a letter that went out and was not noted. Gives the number of letters.
 */
export const sendDigests =
  (deps: Dependencies) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    let sent = 0
    const due = await deps.notices.digestsDue(deps.clock.now(), entriesAtOnce)
    for (const entries of Map.groupBy(due, ({ sub }) => sub).values()) {
      if (!mayGoOn()) return sent
      if (await sendDigest(deps, entries)) sent += 1
    }
    return sent
  }
