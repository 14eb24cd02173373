import { readFileSync } from 'node:fs'
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { tableOn } from '../../functions/local/table.ts'
import { routes } from '../../shared/api/routes/index.ts'
import { figure } from '../support/figures.ts'
import { alarmPromises } from './promises/alarms.ts'
import { codePromises } from './promises/codes.ts'
import { functionPromises } from './promises/functions.ts'
import { originPromises } from './promises/origin.ts'
import { peoplePromises } from './promises/people.ts'
import { rolePromises } from './promises/roles.ts'
import { routePromises } from './promises/routes.ts'
import { quarantinePromises } from './promises/quarantine.ts'
import { storagePromises } from './promises/storage.ts'
import { actionsOf, functionNames, functionOf, ofType, only, statementsOf, type Promised } from './support/deployed.ts'
import { synthesised, templateOf } from './support/synth.ts'

const synth = synthesised()
const deployed = templateOf(synth)
afterAll(synth.clear)

const promises: Readonly<Record<string, readonly Promised[]>> = {
  routes: routePromises,
  roles: rolePromises,
  storage: storagePromises,
  quarantine: quarantinePromises,
  functions: functionPromises,
  codes: codePromises,
  origin: originPromises,
  people: peoplePromises,
  alarms: alarmPromises,
}
const all = Object.values(promises).flat()

describe.each(Object.entries(promises))('%s', (_, each) => {
  test.each(each)('$that', ({ breaches }) => {
    expect(breaches(deployed)).toEqual([])
  })

  test.each(
    each.flatMap(({ that, breaches, spoilt }) =>
      Object.entries(spoilt).map(([how, spoil]) => ({ that, how, breaches, spoil })),
    ),
  )('it would be seen: $that — $how', ({ breaches, spoil }) => {
    const worse = structuredClone(deployed)
    spoil(worse)
    expect(breaches(worse)).not.toEqual([])
  })
})

describe('the stack', () => {
  test('cannot be taken down by mistake', () => {
    expect(synth.stack.terminationProtection).toBe(true)
  })

  test('a first deployment protects nothing, so that it can be taken back whole and tried again (A3)', () => {
    const first = synthesised({ more: { 'musubi:firstDeployment': 'true' } })
    const template = templateOf(first)
    first.clear()
    expect(first.stack.terminationProtection).toBe(false)
    // The log of the CDK's own function has a new name at every try, and stands in nobody's way.
    const left = Object.entries(template.Resources).filter(
      ([id, { DeletionPolicy }]) => DeletionPolicy === 'Retain' && !id.startsWith('CustomCDKBucketDeployment'),
    )
    expect(left).toEqual([])
    expect(only(template, 'AWS::DynamoDB::GlobalTable').Properties.Replicas[0].DeletionProtectionEnabled).toBe(false)
    expect(only(template, 'AWS::Cognito::UserPool').Properties.DeletionProtection).not.toBe('ACTIVE')
    // The deployment after it replaces nothing: only protection and what follows of it differ.
    const ids = (of: typeof template) => Object.entries(of.Resources).map(([id, { Type }]) => `${id} ${Type}`)
    expect(ids(template)).toEqual(ids(deployed))
  })

  test.each(['domain', 'address'])('makes no identity where SES has one already: %s (A4)', (sender) => {
    const known = synthesised({ more: { 'musubi:sender': sender } })
    const template = templateOf(known)
    known.clear()
    expect(ofType(template, 'AWS::SES::EmailIdentity')).toEqual([])
    expect(ofType(deployed, 'AWS::SES::EmailIdentity')).toHaveLength(1)
  })

  test('letters may leave under the domain and under an address that is an identity of its own (A4)', () => {
    const named = statementsOf(deployed, 'work')
      .filter((statement) => actionsOf(statement).includes('ses:SendEmail'))
      .map(({ Resource }) => JSON.stringify(Resource))
      .join()
    expect(named).toMatch(/identity\/",\{"Fn::Select"/)
    expect(named).toMatch(/identity\/",\{"Ref":"MailFrom"\}/)
  })

  test('a web ACL stands before pages and API where one is named (attack 22)', () => {
    const arn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/x/1'
    const guarded = synthesised({ more: { 'musubi:webAcl': arn } })
    const { DistributionConfig } = only(templateOf(guarded), 'AWS::CloudFront::Distribution').Properties
    guarded.clear()
    expect(DistributionConfig.WebACLId).toBe(arn)
  })

  test('a setting that is no setting is said, and not guessed at', () => {
    expect(() => synthesised({ more: { 'musubi:sender': 'domian' } })).toThrow(
      /musubi:sender is domian.*new, domain, address/,
    )
  })

  test('invitations leave through SES once its sender is verified, and under the letters’ own set (B5)', () => {
    const bySes = synthesised({ more: { 'musubi:invitationsBySes': 'true' } })
    const { EmailConfiguration } = only(templateOf(bySes), 'AWS::Cognito::UserPool').Properties
    bySes.clear()
    expect(EmailConfiguration).toMatchObject({ EmailSendingAccount: 'DEVELOPER', From: { Ref: 'MailFrom' } })
    expect(only(deployed, 'AWS::Cognito::UserPool').Properties.EmailConfiguration).toBeUndefined()
  })

  test('stays far below what CloudFormation takes', () => {
    expect(Object.keys(deployed.Resources).length).toBeLessThan(400)
    expect(JSON.stringify(deployed).length).toBeLessThan(900_000)
  })

  test('reserves concurrency where it is asked to, and only there', () => {
    const reserving = synthesised({ more: { 'musubi:reserveConcurrency': 'true' } })
    const reserved = functionNames.map(
      (name) => functionOf(templateOf(reserving), name).Properties.ReservedConcurrentExecutions,
    )
    // What feeds the worker at once must find room, or every import rings as throttled.
    const feeds = ofType(templateOf(reserving), 'AWS::Lambda::EventSourceMapping').map(
      ([, { Properties }]) => Properties.ScalingConfig?.MaximumConcurrency ?? 0,
    )
    reserving.clear()
    const { ReservedConcurrentExecutions: room } = functionOf(templateOf(reserving), 'work').Properties
    expect(room).toBeGreaterThanOrEqual(feeds.reduce((sum, one) => sum + one, 0))
    expect(reserved.every((n) => n > 0)).toBe(true)
    expect(functionNames.some((name) => functionOf(deployed, name).Properties.ReservedConcurrentExecutions)).toBe(false)
  })

  test('writes to whoever is to be woken, if someone is named', () => {
    const waking = synthesised({ more: { 'musubi:alarmMail': 'on-call@musubi.example.jp' } })
    const { Properties } = only(templateOf(waking), 'AWS::SNS::Subscription')
    waking.clear()
    expect(Properties).toMatchObject({ Protocol: 'email', Endpoint: 'on-call@musubi.example.jp' })
  })

  test('has the table that this machine has', async () => {
    const { db, name } = await tableOn(inject('endpoint'), 't-as-deployed')
    const { Table: here } = await db.send(new DescribeTableCommand({ TableName: name }))
    const there = only(deployed, 'AWS::DynamoDB::GlobalTable').Properties
    const byName = <Named extends object>(of: readonly Named[], key: keyof Named) =>
      [...of].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1))
    const indexesOf = (of: readonly any[]) =>
      byName(of, 'IndexName').map(
        ({ IndexName, KeySchema, Projection: { ProjectionType, NonKeyAttributes = [] } }) => ({
          IndexName,
          KeySchema,
          ProjectionType,
          NonKeyAttributes,
        }),
      )
    expect(there.KeySchema).toEqual(here?.KeySchema)
    expect(indexesOf(there.GlobalSecondaryIndexes)).toEqual(indexesOf(here?.GlobalSecondaryIndexes ?? []))
    expect(byName(there.AttributeDefinitions, 'AttributeName')).toEqual(
      byName(here?.AttributeDefinitions ?? [], 'AttributeName'),
    )
  })

  test('is asked for under the settings the CDK recommends', () => {
    const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'))
    expect(Object.keys(context).filter((key) => key.startsWith('@aws-cdk')).length).toBeGreaterThan(80)
  })
})

figure('infra: routes deployed', Object.keys(routes).length)
figure('infra: promises of the template', all.length)
figure('infra: spoilt templates that were seen', all.flatMap(({ spoilt }) => Object.keys(spoilt)).length)
