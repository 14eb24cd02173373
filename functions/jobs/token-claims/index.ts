import { envOf } from '../../../shared/wiring/env.ts'
import { directoryInDynamoDb } from '../../adapters/dynamodb/directory.ts'
import { tableNamed } from '../../adapters/dynamodb/client.ts'
import { membershipOf } from '../../application/tenants/membership-of.ts'
import { claimsIn } from './claims-in.ts'

/** The Lambda that the user pool asks before it makes a token. */
const env = envOf.claims.parse(process.env)

export const handler = claimsIn(membershipOf({ directory: directoryInDynamoDb(tableNamed(env.TABLE_NAME)) }))
