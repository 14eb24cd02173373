import { functionOf, idOf, ofType, unless, type Deployed, type Promised } from '../support/deployed.ts'

/** The rule on the bus that listens to a source. */
export const ruleOn = (deployed: Deployed, source: string): any => {
  const found = ofType(deployed, 'AWS::Events::Rule').find(
    ([, { Properties }]) => Properties.EventPattern.source.join() === source,
  )
  if (!found) throw new Error(`nobody listens to ${source}`)
  return found[1].Properties
}

/** Codes go from numbers of their own, and what became of them is heard. */
export const codePromises: readonly Promised[] = [
  {
    that: 'what became of a code is told of: its own set, messages and calls, a rule to the function, and what fails is kept',
    breaches: (deployed) => {
      const { EventPattern, Targets } = ruleOn(deployed, 'aws.sms-voice')
      const env = functionOf(deployed, 'relay').Properties.Environment.Variables
      const set = Object.keys(deployed.Resources).find(
        (id) => deployed.Resources[id]?.Type === 'AWS::SMSVOICE::ConfigurationSet',
      )
      return [
        ...unless(EventPattern['detail-type'].length === 2, 'not of both'),
        ...unless(
          JSON.stringify(EventPattern.detail.context?.set ?? '').includes(`"${set}"`),
          'of other people’s codes',
        ),
        ...unless(JSON.stringify(env.CODE_SET).includes(`"${set}"`), 'codes go under another set'),
        ...unless(JSON.stringify(env.CODE_SENDER) === '{"Ref":"CodeSender"}', 'messages come from elsewhere'),
        ...unless(JSON.stringify(env.CODE_CALLER) === '{"Ref":"CodeCaller"}', 'calls come from elsewhere'),
        ...unless(Targets[0].Arn['Fn::GetAtt'][0] === idOf(deployed, 'bounces'), 'calls another'),
        ...unless(Targets[0].DeadLetterConfig?.Arn !== undefined, 'lost on the way'),
      ]
    },
    spoilt: {
      'messages alone': (deployed) => {
        ruleOn(deployed, 'aws.sms-voice').EventPattern['detail-type'].pop()
      },
      'everybody’s codes': (deployed) => {
        delete ruleOn(deployed, 'aws.sms-voice').EventPattern.detail.context
      },
      'another number': (deployed) => {
        functionOf(deployed, 'relay').Properties.Environment.Variables.CODE_SENDER = '+81312345678'
      },
    },
  },
]
