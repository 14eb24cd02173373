import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { subOfMail } from '../../functions/adapters/accounts-by-mail.ts'
import { signIn } from '../../functions/application/tenants/sign-in.ts'
import { addressOf, memberships, membershipChoice } from '../support/console.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { good, nextNumber, partiesIn } from '../support/parties.ts'

const house = await newHouse()
const [here, there] = [await partiesIn(house), await partiesIn(house)]

/** Someone who acts for one implementing entity, and is invited by another. */
const ofTwo = async () => {
  const mail = `two${nextNumber()}@somewhere.example.jp`
  const person = { mail, name: '架空 花子' }
  const { sub } = good(await here.admin.post('/v1/members', { ...person, role: 'entityStaff' }))
  await house.signedIn(mail)
  const invited = good(await there.admin.post('/v1/members', { ...person, role: 'entityAdmin' })).sub as string
  const ask = house.as({ role: 'entityStaff', sub, entityId: here.entityId })
  const choices = memberships.choicesOf(good(await ask.get('/v1/me')).memberships)
  return { sub, invited, ask, choices, nextToken: () => signIn(house.deps)({ account: subOfMail(mail), groups: [] }) }
}

type Tell = (name: string, given: { readonly body: object }) => Promise<object>

const tellBy = (ask: Ask) =>
  vi.fn<Tell>(async (name, { body }) => {
    const reply = await ask.post(addressOf(name), body)
    return reply.status < 300 ? { ok: true, value: reply.body } : { ok: false, problem: reply.body }
  })

describe('whoever belongs to several organizations', () => {
  test('chooses among them by company and role, an invitation by what choosing it does', async () => {
    const { sub, invited, choices } = await ofTwo()
    expect(choices.map((one: any) => [one.sub, one.stands])).toEqual([
      [sub, true],
      [invited, false],
    ])
    expect(choices[0].text).toMatch(/（実施主体の担当者）$/)
    expect(choices[1].text).toMatch(/（実施主体の管理者）$/)
    expect(choices[0].note).toBe('前回の所属です。')
    expect(choices[1].note).toBe('招待されています。選ぶと、参加したことになります。')
  })

  test('goes on at once with what the token is for, and has another token for any other choice', async () => {
    const { sub, invited, ask, choices, nextToken } = await ofTwo()
    const again = vi.fn<() => Promise<boolean>>(async () => true)
    const tell = tellBy(ask)
    expect(await memberships.takeUp(choices[0], { tell, again })).toBeUndefined()
    expect([tell.mock.calls.length, again.mock.calls.length]).toEqual([0, 0])
    expect(await nextToken()).toMatchObject({ entityId: here.entityId })
    expect(await memberships.takeUp(choices[1], { tell, again })).toBeUndefined()
    expect(again).toHaveBeenCalledOnce()
    expect(await nextToken()).toMatchObject({ entityId: there.entityId, member: invited })
    expect(good(await there.admin.get(`/v1/members/${invited}`)).stage).toBe('active')
    expect(sub).not.toBe(invited)
  })

  test('is told what keeps a choice from being taken up, and asks for no token then', async () => {
    const { invited, ask, choices } = await ofTwo()
    good(await there.admin.post(`/v1/members/${invited}/remove`, { reason: '取り違えたため' }))
    const again = vi.fn<() => Promise<boolean>>(async () => true)
    expect(await memberships.takeUp(choices[1], { tell: tellBy(ask), again })).toMatchObject({ kind: 'wrong-stage' })
    expect(again).not.toHaveBeenCalled()
  })

  test('without another token is signed in no more', async () => {
    const { ask, choices } = await ofTwo()
    const problem = await memberships.takeUp(choices[1], { tell: tellBy(ask), again: async () => false })
    expect(problem).toEqual({ kind: 'not-signed-in' })
  })
})

describe('what there is to choose from', () => {
  const one = { sub: 'a', role: 'entityStaff', stage: 'active', tenant: 'ent_1', company: '架空電機株式会社' }

  test('is nothing for whoever has one membership or none', () => {
    expect(memberships.choicesOf([])).toEqual([])
    expect(memberships.choicesOf([{ ...one, current: true }])).toEqual([])
  })

  test('tells organizations of one name apart by their ids', () => {
    const both = [
      { ...one, current: true },
      { ...one, sub: 'b', tenant: 'ent_2', current: false },
    ]
    expect(memberships.choicesOf(both).map(({ note }: any) => note)).toEqual([
      '組織の番号：ent_1　前回の所属です。',
      '組織の番号：ent_2',
    ])
  })
})

describe('the page on which a membership is chosen', () => {
  /** As much of an element as the page asks of one. */
  const element = (tag: string): any => {
    const attributes: Record<string, string> = {}
    const it: any = {
      tag,
      attributes,
      children: [],
      textContent: '',
      focused: 0,
      setAttribute: (name: string, value: string) => void (attributes[name] = value),
      removeAttribute: (name: string) => void delete attributes[name],
      append: (child: unknown) =>
        void (typeof child === 'string' ? (it.textContent += child) : it.children.push(child)),
      replaceChildren: (...children: unknown[]) => void (it.children = children),
      addEventListener: (_: string, run: () => void) => void (it.press = run),
      focus: () => void (it.focused += 1),
    }
    return it
  }
  const all = (it: any, tag: string): readonly any[] => [
    ...(it.tag === tag ? [it] : []),
    ...it.children.flatMap((child: any) => all(child, tag)),
  ]
  const status = element('p')
  beforeEach(() => {
    vi.stubGlobal('document', { createElement: element, getElementById: () => status, title: '' })
    vi.stubGlobal('Node', Object)
  })
  afterEach(() => vi.unstubAllGlobals())

  const choices = [
    { sub: 'a', text: '架空電機株式会社（実施主体の担当者）', note: '前回の所属です。', stands: true },
    { sub: 'b', text: '架空商事株式会社（再販協力会社の管理者）', note: '', stands: false },
  ]

  test('begins at its heading, says why, and has a button for each, which the keyboard reaches', () => {
    const main = element('main')
    membershipChoice.showChoice(main, choices, async () => undefined)
    expect(all(main, 'h1')).toMatchObject([{ textContent: '所属を選ぶ', focused: 1, attributes: { tabindex: '-1' } }])
    expect(status.textContent).toContain('どの所属で使うかを選んでください')
    const buttons = all(main, 'button')
    expect(buttons.map(({ textContent }) => textContent)).toEqual(choices.map(({ text }) => text))
    for (const { attributes } of buttons) expect(attributes).toMatchObject({ type: 'button' })
    const [note] = all(main, 'span')
    expect(buttons[0].attributes['aria-describedby']).toBe(note.attributes.id)
    expect(buttons[1].attributes).not.toHaveProperty('aria-describedby')
  })

  test('takes what was pressed, and says what keeps it from being taken up', async () => {
    const main = element('main')
    const take = vi.fn<(choice: object) => Promise<object>>(async () => ({ kind: 'wrong-stage' }))
    membershipChoice.showChoice(main, choices, take)
    all(main, 'button')[1].press()
    await vi.waitFor(() => expect(status.textContent).toMatch(/。.+/))
    expect(take).toHaveBeenCalledExactlyOnceWith(choices[1])
    const trouble = all(main, 'div').find(({ attributes }) => attributes.class === 'trouble')
    expect(trouble.children).toHaveLength(2)
    expect(trouble.children[0].textContent).toMatch(/[ぁ-ん]/)
  })
})
