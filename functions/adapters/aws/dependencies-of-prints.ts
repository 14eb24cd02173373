import { KMSClient } from '@aws-sdk/client-kms'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { Tokens } from '../../ports/tokens.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { typstPrinting } from '../documents/typst/printing.ts'
import { clientTimeouts } from './client-timeouts.ts'
import { worldOfReader } from './dependencies-of-queries.ts'

/** Dependencies of the function that prints: those of one that reads, the printer, and the site that documents name. */
export const worldOfPrints = (env: EnvOf<'prints'>): { readonly deps: Dependencies; readonly tokens: Tokens } =>
  worldOfReader(env, new KMSClient(clientTimeouts), {
    printing: typstPrinting(env.PRINT_TEMPLATES),
    places: { site: env.SITE },
  })
