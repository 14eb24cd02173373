import type { RouteName } from '../../shared/api/routes/index.ts'

/** Cost of a use case on its usual way, as a test measures it: requests, and units of capacity as DynamoDB counts. */
export type Cost = { readonly requests: number; readonly readUnits: number; readonly writeUnits: number }

/** The costs of a file's use cases, by the line they stand behind. */
export type Costs = Partial<Readonly<Record<RouteName, Cost>>>
