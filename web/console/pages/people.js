// @ts-check
import { mayName } from '../generated/people.js'
import { roles } from '../words.js'

/**
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Role} Role
 * @typedef {import('../shapes.js').Field} Field
 */

/** Whom someone in this role may name: first, and so proposed, who could name nobody in turn. @param {Role} role */
const nameable = (role) =>
  (mayName[role] ?? []).toSorted((one, other) => Number(one in mayName) - Number(other in mayName))

/** @type {Page} */
export const newMember = {
  path: '/members/new',
  menu: '人を招く',
  needs: 'nameMember',
  load: async ({ who }) => ({
    title: '人を招く',
    lead: '一人が持てる役割は一つです。招かれた人は、このメールアドレスでサインインします。',
    blocks: [
      {
        kind: 'form',
        name: 'member',
        heading: '招く人',
        open: true,
        call: 'nameMember',
        fields: [
          { name: 'name', label: '氏名' },
          { name: 'mail', label: 'メール', kind: 'mail' },
          {
            name: 'role',
            label: '役割',
            kind: 'choice',
            options: nameable(who.role).map((role) => [role, roles[role] ?? role]),
          },
        ],
        submit: '招く',
        rehearse: { label: '招かずに確かめる', say: () => [] },
        done: () => ({
          say: '招待を送りました。相手の方が受け入れて、サインインすると加わります。',
          to: '#/members/new',
        }),
      },
    ],
  }),
}

/** @type {(kind: string) => readonly Field[]} */
const firstPerson = (kind) => [
  { name: `${kind}.name`, label: `${kind === 'admin' ? '管理者' : '担当者'}の氏名` },
  { name: `${kind}.mail`, label: `${kind === 'admin' ? '管理者' : '担当者'}のメール`, kind: 'mail' },
]

/** @type {Page} */
export const bodies = {
  path: '/bodies',
  menu: '審査登録機関',
  needs: 'registerRegistrationBody',
  load: async ({ ask }) => {
    const { items } = await ask('listRegistrationBodies')
    return {
      title: '審査登録機関',
      blocks: [
        {
          kind: 'table',
          columns: ['名称'],
          rows: items.map(({ name }) => [name]),
          none: '審査登録機関は、まだありません。',
        },
        {
          kind: 'form',
          name: 'body',
          heading: '審査登録機関を登録する',
          call: 'registerRegistrationBody',
          fields: [{ name: 'name', label: '名称' }, ...firstPerson('officer')],
          places: { mail: 'officer.mail' },
          submit: '登録する',
          rehearse: { label: '記録せずに確かめる', say: () => [] },
          done: () => ({ say: '審査登録機関を登録し、担当者を招きました。', to: '#/bodies' }),
        },
      ],
    }
  },
}

/** @type {Page} */
export const newEntity = {
  path: '/entities/new',
  menu: '実施主体の登録',
  needs: 'registerImplementingEntity',
  load: async () => ({
    title: '実施主体を登録する',
    lead: '登録すると、最初の管理者が招かれます。あとの人は、その管理者が招きます。',
    blocks: [
      {
        kind: 'form',
        name: 'entity',
        heading: '実施主体と、最初の管理者',
        open: true,
        call: 'registerImplementingEntity',
        fields: [
          { name: 'name', label: '名称' },
          { name: 'corporateNumber', label: '法人番号', kind: 'code', hint: '13桁の数字です。' },
          ...firstPerson('admin'),
        ],
        places: { mail: 'admin.mail' },
        submit: '登録する',
        rehearse: { label: '記録せずに確かめる', say: () => [] },
        done: () => ({ say: '実施主体を登録し、最初の管理者を招きました。', to: '#/entities/new' }),
      },
    ],
  }),
}
