// @ts-check
import { may } from '../calls.js'
import { contactEvidence, contactGrounds } from '../words-of-letters.js'
import { optionsOf, word } from '../words.js'
import { dayInWords } from './common.js'

/**
 * The change of where an SME is reached that the SME cannot sign: one person proposes it, on ground and evidence, and
 * another approves it.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Facts} Facts
 * @typedef {import('../shapes.js').Visit} Visit
 * @typedef {import('../shapes.js').Answer<'getContactChange'>} Change
 * @typedef {import('../shapes.js').Answer<'getContractLedger'>['items']} Ledger
 * @typedef {{ params: { contractId: string }, here: string }} Of
 */

/** Whether a change waits, by what its contract's ledger says last of one. @param {Ledger} ledger */
const isWaiting = (ledger) => {
  const said = ledger.filter(
    ({ event }) =>
      event.type.startsWith('contact-change-') || event.type === 'sme-succeeded' || 'contactBefore' in event,
  )
  const last = said.toSorted((one, other) => one.seq - other.seq).at(-1)?.event.type
  return last === 'contact-change-proposed' || last === 'contact-change-unheard'
}

/** The change that waits on a contract, with its ground and evidence. @type {(visit: Pick<Visit, 'ask'>, contractId: string, ledger: Ledger) => Promise<Change | null>} */
const waitingOn = async ({ ask }, contractId, ledger) =>
  isWaiting(ledger) ? ask('getContactChange', { contractId }) : null

/** @type {(change: Change, who: import('../shapes.js').Person, heading: string) => Facts} */
const asProposed = ({ signatory, ground, evidence, proposedBy, from }, who, heading) => ({
  kind: 'facts',
  heading,
  rows: [
    [
      '新しい連絡先',
      [`${signatory.name}（${signatory.title}）`, signatory.mail, signatory.phone ?? '電話なし（確認コードは手紙）'],
    ],
    ['根拠', word(contactGrounds, ground)],
    ['裏付け', [`${dayInWords(evidence.on)} ${word(contactEvidence, evidence.kind)}`, evidence.what]],
    ['確かめた人', `${evidence.by.name}（${evidence.by.title}）`],
    [
      '効力',
      from
        ? `これまでの連絡先で止められなければ、${dayInWords(from)}から`
        : 'これまでの連絡先に届かないため、別の管理者が承認したとき',
    ],
    ['申し出た人', proposedBy.sub === who.sub ? 'あなた' : (proposedBy.name ?? '実施主体のほかの人')],
  ],
})

/**
 * What the page of a contract says of it: the change that waits, and the way there.
 * @param {Visit} visit @param {string} contractId @param {Ledger} ledger
 * @returns {Promise<readonly import('../shapes.js').Block[]>}
 */
export const contactChangeOn = async (visit, contractId, ledger) => {
  const change = await waitingOn(visit, contractId, ledger)
  if (!change) return []
  return [
    asProposed(change, visit.who, '承認を待つ連絡先の変更'),
    { kind: 'links', items: [{ text: '連絡先の変更を承認する・取り下げる', to: `#/contracts/${contractId}/contact` }] },
  ]
}

/** @type {(of: Of, today: string) => Form} */
const proposing = ({ params, here }, today) => ({
  kind: 'form',
  name: 'propose',
  heading: '連絡先の変更を申し出る',
  lead: [
    'ユーザーが署名できるときは「変更・更新」から、ユーザー自身の署名で変えてください。ここで変えるのは、その署名がないときだけです。',
    'これまでのメールと電話へお知らせし、7日のあいだに止められなければ、新しい連絡先に変わります。それまで、リンクと確認コードは、これまでの連絡先にだけ送ります。',
    'これまでの連絡先に何も届かないときは、別の管理者が承認すると、直ちに効力を生じます。前のあて先にも、変更をお知らせします。',
  ],
  call: 'proposeContactChange',
  params,
  fields: [
    { name: 'signatory.name', label: '署名する人の氏名' },
    { name: 'signatory.title', label: '署名する人の役職' },
    { name: 'signatory.mail', label: '署名する人のメール', kind: 'mail', hint: 'リンクの送り先になります。' },
    {
      name: 'signatory.phone',
      label: '署名する人の電話',
      kind: 'tel',
      optional: true,
      orNull: true,
      hint: '確認コードの送り先になります（携帯電話はSMS、固定電話と050は電話）。ないときは、コードを手紙で送ります。',
    },
    { name: 'ground', label: '変更の根拠', kind: 'choice', options: optionsOf(contactGrounds) },
    {
      name: 'evidence.kind',
      label: 'ユーザー本人の連絡先と確かめた方法',
      kind: 'choice',
      options: optionsOf(contactEvidence),
    },
    { name: 'evidence.on', label: '確かめた日', kind: 'day', initial: today },
    { name: 'evidence.by.name', label: '確かめた人の氏名' },
    { name: 'evidence.by.title', label: '確かめた人の役職' },
    {
      name: 'evidence.what',
      label: '何を見て確かめたか',
      kind: 'long',
      hint: '例 本社を訪ね、代表者の名刺と登記事項証明書を確かめた。',
    },
    { name: 'evidence.sha256', label: '裏付けの写し', kind: 'print', optional: true },
  ],
  submit: '申し出る',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '連絡先の変更を申し出ました。', to: here }),
})

/** @type {(of: Of) => Form} */
const approving = ({ params, here }) => ({
  kind: 'form',
  name: 'approve',
  heading: '連絡先の変更を承認する',
  lead: [
    '上の根拠と裏付けを確かめてから承認してください。直ちに効力を生じ、これまでに送ったリンクは使えなくなります。',
  ],
  call: 'approveContactChange',
  params,
  fields: [],
  submit: '承認する',
  rehearse: { label: '記録せずに確かめる', say: () => [] },
  done: () => ({ say: '連絡先を変更しました。', to: here }),
})

/** @type {(of: Of) => Form} */
const withdrawing = ({ params, here }) => ({
  kind: 'form',
  name: 'withdraw',
  heading: '連絡先の変更を取り下げる',
  call: 'withdrawContactChange',
  params,
  fields: [],
  submit: '取り下げる',
  done: () => ({ say: '連絡先の変更を取り下げました。', to: here }),
})

/** @type {Page} */
export const contactChange = {
  path: '/contracts/:contractId/contact',
  needs: 'proposeContactChange',
  load: async (visit) => {
    const { ask, params, who } = visit
    const { contractId = '' } = params
    const [{ sme, stage }, { disclosure }, ledger] = await Promise.all([
      ask('getContract', { contractId }),
      ask('getDisclosure', { contractId }),
      ask('getContractLedger', { contractId }),
    ])
    const change = await waitingOn(visit, contractId, ledger.items)
    const of = { params: { contractId }, here: `#/contracts/${contractId}/contact` }
    const { signatory, noticeContact, contactSetBy } = disclosure.sme
    const isLive = stage === 'live'
    return {
      title: `${sme.name} の連絡先`,
      back: { text: '契約', to: `#/contracts/${contractId}` },
      blocks: [
        {
          kind: 'facts',
          heading: 'いまの連絡先',
          rows: [
            ['署名する人', signatory ? `${signatory.name}（${signatory.title}）` : 'なし'],
            ['リンクの届くメール', signatory?.mail ?? noticeContact.mail ?? 'なし'],
            ['確認コードの届く電話', signatory?.phone ?? noticeContact.phone ?? 'なし'],
            [
              'この連絡先の根拠',
              contactSetBy
                ? [
                    `${contactSetBy.unstopped ? '実施主体による確認' : '実施主体の二名による確認'}（${word(contactEvidence, contactSetBy.evidence)}、${dayInWords(contactSetBy.on)}）`,
                    word(contactGrounds, contactSetBy.ground),
                  ]
                : 'ユーザーの契約又は署名による',
            ],
          ],
        },
        ...(change ? [asProposed(change, who, '承認を待つ連絡先の変更')] : []),
        ...(change &&
        isLive &&
        may(who.role, 'approveContactChange') &&
        !change.from &&
        change.proposedBy.sub !== who.sub
          ? [approving(of)]
          : []),
        ...(change && isLive ? [withdrawing(of)] : []),
        ...(isLive
          ? [proposing(of, who.today)]
          : [{ kind: /** @type {const} */ ('words'), lines: ['連絡先を変えられるのは、有効な契約だけです。'] }]),
      ],
    }
  },
}
