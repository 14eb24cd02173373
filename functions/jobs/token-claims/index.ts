import { envOf } from '../../../shared/wiring/env.ts'
import { systemClock } from '../../adapters/clock.ts'
import { commitsInDynamoDb } from '../../adapters/dynamodb/commits.ts'
import { peopleInDynamoDb } from '../../adapters/dynamodb/people.ts'
import { directoryInDynamoDb } from '../../adapters/dynamodb/directory.ts'
import { tableNamed } from '../../adapters/dynamodb/client.ts'
import { signIn } from '../../application/tenants/sign-in.ts'
import { claimsIn } from './claims-in.ts'

/** The Lambda that the user pool asks before it makes a token. */
const env = envOf.claims.parse(process.env)

const table = tableNamed(env.TABLE_NAME)

export const handler = claimsIn(
  signIn({
    clock: systemClock,
    commits: commitsInDynamoDb(table, () => {}),
    directory: directoryInDynamoDb(table),
    people: peopleInDynamoDb(table),
  }),
)
