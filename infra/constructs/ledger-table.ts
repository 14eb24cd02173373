import { Aws } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { FunctionName } from '../../shared/wiring/env.ts'
import { indexes, keys } from '../../shared/wiring/table.ts'
import { lastingAndProtected } from '../settings.ts'
import type { AppFunction } from './app-function.ts'

type Fn = AppFunction<FunctionName>
type Index = keyof typeof indexes

/** Enough for twenty times the load of one implementing entity with 10,000 contracts, and a bill that has an end. */
const maxUnits = { maxReadRequestUnits: 20_000, maxWriteRequestUnits: 10_000 }

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** The one table: state, ledger, guards and commands. It outlives the stack, and can be taken back to any second of 35 days. */
export class LedgerTable extends Construct {
  readonly table: TableV2
  readonly #key: Key

  constructor(scope: Construct, id: string, { key }: { readonly key: Key }) {
    super(scope, id)
    this.#key = key
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(keys.partition),
      sortKey: text(keys.sort),
      timeToLiveAttribute: keys.expiry,
      globalSecondaryIndexes: Object.entries(indexes).map(([indexName, { partition, sort, projects }]) => ({
        indexName,
        partitionKey: text(partition),
        sortKey: text(sort),
        ...(projects.length > 0
          ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projects] }
          : { projectionType: ProjectionType.KEYS_ONLY }),
      })),
      billing: Billing.onDemand(maxUnits),
      encryption: TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      dynamoStream: StreamViewType.NEW_IMAGE,
      ...lastingAndProtected(this.node),
    })
  }

  get name(): string {
    return this.table.tableName
  }

  /** Reads rows by their keys and asks the indexes named. There is no way to go through the whole table, but for the upgrade. */
  letRead(fn: Fn, through: readonly Index[]): void {
    fn.may(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], [this.table.tableArn])
    fn.may(
      ['dynamodb:Query'],
      [this.table.tableArn, ...through.map((index) => `${this.table.tableArn}/index/${index}`)],
    )
    this.#letUseKey(fn, ['kms:Decrypt'])
  }

  /** Reads who someone is, and writes down that the person came and accepted; nothing else of anyone. */
  letSignIn(fn: Fn): void {
    fn.may(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['MEM#*', 'ACC#*', 'CMD#*'] },
    })
    // An invitation that is accepted, with its command and its event; and the day of the sign-in.
    fn.may(['dynamodb:PutItem', 'dynamodb:UpdateItem'], [this.table.tableArn], {
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['MEM#*', 'PER#*', 'CMD#*', 'LED#*'] },
    })
    this.#letUseKey(fn, ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'])
  }

  /** Writes inside a transaction, and in no other way: what the store promises, the role holds it to. */
  letWrite(fn: Fn, { andDelete = false } = {}): void {
    const writes = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem']
    fn.may([...writes, ...(andDelete ? ['dynamodb:DeleteItem'] : [])], [this.table.tableArn], {
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
    })
    this.#letUseKey(fn, ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'])
  }

  /** Takes away listings that hold no more, inside a transaction. They can all be made anew; nothing else may go. */
  letUnlist(fn: Fn): void {
    fn.may(['dynamodb:DeleteItem'], [this.table.tableArn], {
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['FIND#*'] },
    })
  }

  /**
   * Goes through the whole table, and rewrites rows inside a transaction; of the ledgers, whose bytes the chain holds, only the
   * keys by which change logs find events.
   */
  letUpgrade(fn: Fn): void {
    fn.may(['dynamodb:Scan', 'dynamodb:BatchGetItem'], [this.table.tableArn])
    fn.may(['dynamodb:UpdateItem'], [this.table.tableArn], {
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
      'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': ['LED#*'] },
    })
    fn.may(['dynamodb:Query'], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['LED#*'] },
    })
    const { byEntity, byParty } = indexes
    fn.may(['dynamodb:UpdateItem'], [this.table.tableArn], {
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['LED#*'] },
      'ForAllValues:StringEquals': {
        'dynamodb:Attributes': [
          keys.partition,
          keys.sort,
          byEntity.partition,
          byEntity.sort,
          byParty.partition,
          byParty.sort,
        ],
      },
    })
    this.#letUseKey(fn, ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'])
  }

  /** Follows what is written, as it is written. */
  letFollow(fn: Fn): void {
    const stream = this.table.tableStreamArn ?? ''
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
    fn.may(
      actions.map((action) => `dynamodb:${action}`),
      [stream],
    )
    this.#letUseKey(fn, ['kms:Decrypt'])
  }

  // DynamoDB uses the key in the caller's name; by itself the caller could do nothing with it.
  #letUseKey(fn: Fn, actions: readonly string[]): void {
    fn.may(actions, [this.#key.keyArn], {
      StringEquals: { 'kms:ViaService': `dynamodb.${Aws.REGION}.amazonaws.com` },
    })
  }
}
