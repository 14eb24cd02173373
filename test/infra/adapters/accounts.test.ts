import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, test } from 'vitest'
import { accountsInCognito } from '../../../functions/adapters/aws/accounts-in-cognito.ts'
import { at, fault, saying, type Reply, type Seen } from '../support/stub.ts'

describe('accounts in Cognito', () => {
  const person = { mail: 'Kyoko@Entity.example.jp', name: '結城 京子' }
  const attributes = [{ Name: 'sub', Value: 'sub-1' }]
  const open = async (...replies: readonly Reply[]) => {
    const stub = await saying(...replies)
    return { stub, opened: accountsInCognito(new CognitoIdentityProviderClient(at(stub.url)), 'pool-1').open(person) }
  }

  test('a new person is entered under the mail address, which is known to be right, and written to', async () => {
    const { stub, opened } = await open({ body: { User: { Attributes: attributes } } })
    expect(await opened).toEqual({ sub: 'sub-1', hasAccepted: false })
    expect(stub.seen).toMatchObject([{ target: 'AdminCreateUser' }])
    expect(stub.seen[0]?.body).toEqual({
      UserPoolId: 'pool-1',
      Username: 'kyoko@entity.example.jp',
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email', Value: 'kyoko@entity.example.jp' },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'name', Value: '結城 京子' },
      ],
    })
  })

  const invited = { UserAttributes: attributes, UserStatus: 'FORCE_CHANGE_PASSWORD' }
  const calls = ({ seen }: { readonly seen: readonly Seen[] }) =>
    seen.map(({ target, body }) => [target, body.Username, body.MessageAction])

  test('a person who has not come is sent the invitation again (C38)', async () => {
    const { stub, opened } = await open(fault('UsernameExistsException'), { body: invited }, { body: {} })
    expect(await opened).toEqual({ sub: 'sub-1', hasAccepted: false, isEnabled: true })
    expect(calls(stub)).toEqual([
      ['AdminCreateUser', 'kyoko@entity.example.jp', undefined],
      ['AdminGetUser', 'kyoko@entity.example.jp', undefined],
      ['AdminCreateUser', 'kyoko@entity.example.jp', 'RESEND'],
    ])
  })

  test('a person who has come is the same person, and is not written to', async () => {
    const come = { body: { UserAttributes: attributes, UserStatus: 'CONFIRMED' } }
    const { stub, opened } = await open(fault('UsernameExistsException'), come)
    expect(await opened).toEqual({ sub: 'sub-1', hasAccepted: true, isEnabled: true })
    expect(calls(stub).map(([target]) => target)).toEqual(['AdminCreateUser', 'AdminGetUser'])
  })

  test('a person who comes in the very moment has come', async () => {
    const { opened } = await open(
      fault('UsernameExistsException'),
      { body: invited },
      fault('UnsupportedUserStateException'),
    )
    expect(await opened).toEqual({ sub: 'sub-1', hasAccepted: true, isEnabled: true })
  })

  test('a person is found without being opened, or is not there', async () => {
    const found = async (reply: Reply) => {
      const stub = await saying(reply)
      const accounts = accountsInCognito(new CognitoIdentityProviderClient(at(stub.url)), 'pool-1')
      return { stub, found: await accounts.find(person.mail) }
    }
    const one = await found({ body: invited })
    expect(one.found).toEqual({ sub: 'sub-1', hasAccepted: false })
    expect(one.stub.seen).toMatchObject([{ target: 'AdminGetUser', body: { Username: 'kyoko@entity.example.jp' } }])
    expect((await found(fault('UserNotFoundException'))).found).toBeUndefined()
  })

  test.each([
    ['LimitExceededException', 3_600],
    ['TooManyRequestsException', 5],
    ['CodeDeliveryFailureException', 300],
  ])('a limit of Cognito is no defect: %s, %i seconds (C38)', async (type, afterSeconds) => {
    await expect((await open(fault(type))).opened).rejects.toMatchObject({ name: 'Unavailable', afterSeconds })
    const sentAgain = await open(fault('UsernameExistsException'), { body: invited }, fault(type))
    await expect(sentAgain.opened).rejects.toMatchObject({ name: 'Unavailable', afterSeconds })
  })

  test('anything else is thrown', async () => {
    await expect((await open(fault('InvalidParameterException', 'bad'))).opened).rejects.toThrow('bad')
    await expect((await open({ body: { User: {} } })).opened).rejects.toThrow('without a sub')
  })
})
