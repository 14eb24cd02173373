import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { settingsIn } from '../settings.ts'
import { Alarms } from '../constructs/alarms.ts'
import { Api } from '../constructs/api.ts'
import { Bounces } from '../constructs/bounces.ts'
import { Delivery } from '../constructs/delivery.ts'
import { Identity } from '../constructs/identity.ts'
import { Keys } from '../constructs/keys.ts'
import { LedgerTable } from '../constructs/ledger-table.ts'
import { Post } from '../constructs/post.ts'
import { Quarantine } from '../constructs/quarantine.ts'
import { Site } from '../constructs/site.ts'
import { Upgrade } from '../constructs/upgrade.ts'
import { Vault } from '../constructs/vault.ts'

/** Musubi on AWS, whole. */
export class PlatformStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, {
      ...props,
      terminationProtection: !settingsIn(scope.node).firstDeployment,
      description: 'Musubi: contracts of services that watch over small firms',
    })
    const keys = new Keys(this, 'Keys')
    const table = new LedgerTable(this, 'Ledger', { key: keys.data })
    const vault = new Vault(this, 'Vault', { key: keys.data })
    const site = new Site(this, 'Site')
    const post = new Post(this, 'Post')
    const identity = new Identity(this, 'Identity', { table, post, site: site.url })
    site.publish(identity.signIn)
    const quarantine = new Quarantine(this, 'Quarantine', { key: keys.data, site: site.url })
    const { url, originSecret } = site
    const api = new Api(this, 'Api', { keys, table, identity, vault, quarantine, site: url, originSecret })
    site.passOnTo(api.http)
    const delivery = new Delivery(this, 'Delivery', { keys, table, post, vault, site: site.url })
    const bounces = new Bounces(this, 'Bounces', { table, post })
    new Upgrade(this, 'Upgrade', { table })
    new Alarms(this, 'Alarms', { keys, table, api, post, delivery, bounces })

    new CfnOutput(this, 'SiteUrl', { value: site.url })
    new CfnOutput(this, 'UserPoolId', { value: identity.pool.userPoolId })
    new CfnOutput(this, 'UserPoolClientId', { value: identity.client.userPoolClientId })
  }
}
