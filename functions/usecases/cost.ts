/** What a use case costs on its usual way, as a test measures it: requests, and units of capacity as DynamoDB counts. */
export type Cost = { readonly requests: number; readonly readUnits: number; readonly writeUnits: number }
