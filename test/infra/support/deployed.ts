import type { FunctionName } from '../../../shared/wiring/env.ts'

export type Resource = {
  readonly Type: string
  Properties: any
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
  DependsOn?: string | readonly string[]
}

/** A template as CloudFormation gets it. */
export type Deployed = { readonly Resources: Record<string, Resource>; readonly Parameters?: Record<string, any> }

export type Statement = {
  readonly Effect: 'Allow' | 'Deny'
  Action: string | string[]
  Resource?: unknown
  NotResource?: unknown
  Condition?: any
}

/** Something the template promises, how to see it broken, and ways to break it that must be seen. */
export type Promised = {
  readonly that: string
  readonly breaches: (deployed: Deployed) => readonly string[]
  readonly spoilt: Readonly<Record<string, (deployed: Deployed) => void>>
}

export const ofType = (deployed: Deployed, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(deployed.Resources).filter(([, { Type }]) => Type === type)

export const only = (deployed: Deployed, type: string): Resource => {
  const [found, ...more] = ofType(deployed, type)
  if (!found || more.length > 0) throw new Error(`not exactly one ${type}`)
  return found[1]
}

export const functionNames = [
  'commands',
  'queries',
  'prints',
  'relay',
  'sweep',
  'work',
  'bounces',
  'upgrade',
  'claims',
] as const

/** The logical id of a function of the house. CDK ends an id in eight hexadecimal digits. */
export const idOf = (deployed: Deployed, name: FunctionName): string => {
  const ending = new RegExp(`${name}[0-9A-F]{8}$`)
  const found = ofType(deployed, 'AWS::Lambda::Function').find(([id]) => ending.test(id))
  if (!found) throw new Error(`no function ${name}`)
  return found[0]
}
export const functionOf = (deployed: Deployed, name: FunctionName): Resource => {
  const { [idOf(deployed, name)]: found } = deployed.Resources
  if (!found) throw new Error(`no function ${name}`)
  return found
}

/** What the role of a function may do, in whichever policy it stands. */
export const statementsOf = (deployed: Deployed, name: FunctionName): Statement[] => {
  const role = functionOf(deployed, name).Properties.Role['Fn::GetAtt'][0]
  return ofType(deployed, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => Properties.Roles.some((one: any) => one.Ref === role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
}

export const actionsOf = ({ Action }: Statement): readonly string[] => [Action].flat()

export const isAllowed = (deployed: Deployed, name: FunctionName, action: string): boolean =>
  statementsOf(deployed, name).some((statement) => actionsOf(statement).includes(action))

/** Complaints about everything on a list that is not as it must be. */
export const unless = (good: boolean, complaint: string): readonly string[] => (good ? [] : [complaint])
