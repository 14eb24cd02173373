import { KMSClient } from '@aws-sdk/client-kms'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { Tokens } from '../../ports/tokens.ts'
import type { World } from '../../ports/world.ts'
import { typstPrinting } from '../documents/typst/printing.ts'
import { patience } from './patience.ts'
import { worldOfReader } from './world-of-queries.ts'

/** What the function that prints needs: all that one that reads does, the printer, and the site that documents name. */
export const worldOfPrints = (env: EnvOf<'prints'>): { readonly world: World; readonly tokens: Tokens } =>
  worldOfReader(env, new KMSClient(patience), {
    printing: typstPrinting(env.PRINT_TEMPLATES),
    places: { site: env.SITE },
  })
