import { letterheadSamples } from '../scene-resellers.ts'
import { corporateNumber, nextNumber } from '../parties.ts'
import type { Pen } from '../pen.ts'
import type { Scene } from '../scene.ts'

const why = { reason: '異動のため' }
const reading = 'やまだ たろう'

/** Enters what may be said of people inside: who they are, and why they come, change and go. */
export const walkMembers = async (pen: Pen, { house, operator, admin, registrationBodyId, ...scene }: Scene) => {
  const person = () => ({ mail: `person${nextNumber()}@example.jp`, name: '新人 一郎', reading })
  const one = person()
  const { sub } = await pen.writes('nameMember', admin, '/v1/members', { ...one, role: 'entityStaff' })
  await house.signedIn(one.mail)
  const of = `/v1/members/${sub}`
  await pen.writes('changeMemberRole', admin, `${of}/role`, { ...why, role: 'entityAdmin' })
  await pen.writes('suspendMember', admin, `${of}/suspend`, why)
  await pen.writes('reinstateMember', admin, `${of}/reinstate`, why)
  await pen.writes('removeMember', admin, `${of}/remove`, why)
  await pen.reads(admin, of)
  await pen.writes('eraseMember', admin, `${of}/erase`, why)
  await pen.reads(admin, of)

  const { entityId, admin: first } = await pen.writes(
    'registerImplementingEntity',
    operator,
    '/v1/implementing-entities',
    { name: '架空の実施主体', corporateNumber: corporateNumber(nextNumber() + 910_000), admin: person() },
  )
  const firstAdmin = house.as({ role: 'entityAdmin', sub: first.sub, entityId })
  await pen.reads(firstAdmin, '/v1/me')
  await pen.reads(firstAdmin, '/v1/members')
  const ofEntity = `/v1/implementing-entities/${entityId}/replace-admin`
  const next = await pen.writes('replaceEntityAdmin', operator, ofEntity, { ...person(), ...why })
  await pen.reads(house.as({ role: 'entityAdmin', sub: next.sub, entityId }), `/v1/members/${next.sub}`)
  await pen.reads(house.as({ role: 'entityAdmin', sub: next.sub, entityId }), `/v1/members/${first.sub}`)

  const body = await pen.writes('registerRegistrationBody', operator, '/v1/registration-bodies', {
    name: '架空の審査登録機関',
    officer: person(),
  })
  const officer = (who: string) =>
    house.as({ role: 'registrationBody', sub: who, registrationBodyId: body.registrationBodyId })
  await pen.reads(officer(body.officer.sub), '/v1/members')
  const ofBody = `/v1/registration-bodies/${body.registrationBodyId}/replace-officer`
  const nextOfficer = await pen.writes('replaceOfficer', operator, ofBody, { ...person(), ...why })
  await pen.reads(officer(nextOfficer.sub), `/v1/members/${nextOfficer.sub}`)
  await pen.reads(officer(nextOfficer.sub), `/v1/members/${body.officer.sub}`)

  const invited = await pen.writes('inviteReseller', admin, '/v1/resellers', {
    code: `W${nextNumber()}`,
    name: '架空の販売会社',
    prefecture: '東京都',
    admin: { mail: `walk${nextNumber()}@example.jp`, name: '坂田 学' },
  })
  const { resellerId } = invited
  const ofReseller = (who: string) =>
    house.as({ role: 'resellerAdmin', sub: who, entityId: scene.entityId, resellerId })
  await pen.reads(ofReseller(invited.admin.sub), '/v1/members')
  await pen.writes('supplyRequirement', ofReseller(invited.admin.sub), `/v1/resellers/${resellerId}/requirements`, {
    code: 'pledge',
    edition: '1.2',
    pledgedBy: '代表 一郎',
    pledgedOn: house.clock.today(),
  })
  await pen.writes('supplyRequirement', ofReseller(invited.admin.sub), `/v1/resellers/${resellerId}/requirements`, {
    code: 'training',
    material: 'insurance-guide-v3',
    attendees: 5,
    completedOn: house.clock.today(),
  })
  const { stateLetterhead, stateResellerLetterhead } = letterheadSamples(resellerId)
  for (const [name, who, { path, body }] of [
    ['stateLetterhead', admin, stateLetterhead],
    ['stateResellerLetterhead', ofReseller(invited.admin.sub), stateResellerLetterhead],
  ] as const) {
    await pen.writes(name, who, path, body)
    await pen.reads(who, path)
  }
  const ofIt = `/v1/resellers/${resellerId}/replace-admin`
  const nextAdmin = await pen.writes('replaceResellerAdmin', admin, ofIt, { ...person(), ...why })
  await pen.reads(ofReseller(nextAdmin.sub), `/v1/members/${nextAdmin.sub}`)
  await pen.reads(ofReseller(nextAdmin.sub), `/v1/members/${invited.admin.sub}`)
}
