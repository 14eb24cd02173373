import { App } from 'aws-cdk-lib'
import { settingsIn } from './settings.ts'
import { PlatformStack } from './stacks/platform.ts'

const app = new App()
new PlatformStack(app, 'Musubi', { env: { region: settingsIn(app.node).region } })
app.synth()
