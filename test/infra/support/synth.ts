import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { PlatformStack } from '../../../infra/stacks/platform.ts'
import type { Deployed } from './deployed.ts'

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> }

export type Synthesised = {
  readonly app: App
  readonly stack: PlatformStack
  readonly folder: string
  readonly clear: () => void
}

/** The app as cdk.json has it, in a folder of its own. Without bundles unless asked: they are what takes time. */
export const synthesised = ({ bundled = false, more = {} }: { bundled?: boolean; more?: object } = {}): Synthesised => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-synth-'))
  const bundling = bundled ? {} : { 'aws:cdk:bundling-stacks': [] }
  const app = new App({ outdir: folder, context: { ...context, ...bundling, ...more } })
  const stack = new PlatformStack(app, 'Musubi', { env: { region: 'ap-northeast-1' } })
  return { app, stack, folder, clear: () => rmSync(folder, { recursive: true, force: true }) }
}

export const templateOf = ({ stack }: Synthesised): Deployed => Template.fromStack(stack).toJSON() as Deployed
