import { envOf } from '../../../shared/wiring/env.ts'
import { tableNamed } from '../../adapters/dynamodb/client.ts'
import { upgradeIn } from './upgrade-in.ts'

/** The Lambda that an operator calls by hand after a deployment that brings a new form. */
export const handler = upgradeIn(tableNamed(envOf.upgrade.parse(process.env).TABLE_NAME))
