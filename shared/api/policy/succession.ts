import { entityOverResellers } from './patterns.ts'

export const successionPolicy = { succeedSme: entityOverResellers, settleSmeConflict: entityOverResellers } as const
