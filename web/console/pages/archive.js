// @ts-check
import { may } from '../calls.js'
import { archiveStages, sealedKinds } from '../archive-words.js'
import { word } from '../words.js'
import { count, dayInWords, inJapan } from './common.js'

/**
 * What is kept of a contract as evidence: the sealed papers, how long, and what holds them.
 *
 * @typedef {import('../shapes.js').Page} Page
 * @typedef {import('../shapes.js').Form} Form
 * @typedef {import('../shapes.js').Person} Person
 * @typedef {import('../shapes.js').Answer<'getArchive'>} Archive
 * @typedef {Archive['sealings'][number]} Sealing
 * @typedef {{ params: { contractId: string }, here: string }} Of
 */

/** @param {Archive} archive @returns {string | readonly string[]} */
const keptUntil = ({ stage, keepUntil, disposedOn, retentionYears, holds }) => {
  if (disposedOn) return `${dayInWords(disposedOn)}に廃棄しました`
  if (stage === 'none') return '保管を始めると決まります'
  const until = keepUntil ? `${dayInWords(keepUntil)}まで` : `契約が終わってから${count(retentionYears)}年間`
  return holds.length > 0 ? [until, '保全中のため、過ぎても廃棄できません'] : until
}

/** @type {(archive: Archive, sme: string) => import('../shapes.js').Table} */
const papers = ({ sealings, stage, contractId }, sme) => {
  const files = sealings.flatMap((sealing) => sealing.documents.map((file) => ({ ...file, sealing })))
  return {
    kind: 'table',
    heading: '封印した書面',
    columns: ['書面', '封印した日時', 'ハッシュ（SHA-256）'],
    rows: files.map(({ what, name, sha256, sealing }) => {
      const text = `${word(sealedKinds, what)}（第${sealing.revision}稿）`
      return [
        stage === 'kept'
          ? { text, saves: 'downloadSealed', as: `${text}-${sme}.pdf`, params: { contractId, name } }
          : text,
        inJapan(sealing.sealedAt),
        sha256,
      ]
    }),
    none: 'まだありません。署名か本人の確認のあと、少しして封印されます。',
  }
}

/** @type {(archive: Archive) => import('../shapes.js').Table} */
const held = ({ holds }) => ({
  kind: 'table',
  heading: '保全',
  columns: ['番号', '保全した日時', '理由'],
  rows: holds.map(({ number, placedAt, reason }) => [String(number), inJapan(placedAt), reason ?? '実施主体が記録']),
  none: '保全しているものはありません。',
})

/** @type {import('../shapes.js').Field} */
const reason = { name: 'reason', label: '理由', kind: 'long', hint: '500文字まで。' }

/** @type {(of: Of) => Form} */
const holding = ({ params, here }) => ({
  kind: 'form',
  name: 'place-hold',
  heading: '保全する',
  lead: ['争いや調査のために残すときに使います。解くまで、保存期限が過ぎても廃棄できません。'],
  call: 'placeHold',
  params,
  fields: [reason],
  submit: '保全する',
  done: () => ({ say: '保全しました。', to: here }),
})

/** @type {(of: Of, holds: Archive['holds']) => Form} */
const lifting = ({ params, here }, holds) => ({
  kind: 'form',
  name: 'lift-hold',
  heading: '保全を解く',
  call: 'liftHold',
  params,
  fields: [
    {
      name: 'number',
      label: '解く保全',
      kind: 'choice',
      options: holds.map((one) => [
        String(one.number),
        `${one.number}番（${inJapan(one.placedAt)}） ${one.reason ?? ''}`,
      ]),
      initial: holds.length === 1 ? String(holds[0]?.number) : undefined,
    },
    reason,
  ],
  shape: ({ number, ...body }) => ({ ...body, number: Number(number) }),
  submit: '解く',
  done: () => ({ say: '保全を解きました。', to: here }),
})

/** @type {(of: Of) => Form} */
const disposing = ({ params, here }) => ({
  kind: 'form',
  name: 'dispose',
  heading: '廃棄する',
  lead: [
    '封印した書面を廃棄します。元には戻せません。契約があったこと、何を封印し、いつ廃棄したかは、台帳に残ります。',
  ],
  call: 'disposeArchive',
  params,
  fields: [reason],
  submit: '廃棄する',
  done: () => ({ say: '廃棄しました。', to: here }),
})

/** @type {(of: Of, years: number) => Form} */
const keeping = ({ here }, years) => ({
  kind: 'form',
  name: 'retention',
  heading: '保存する年数を定める',
  lead: [
    'この契約だけでなく、実施主体のすべての契約に効きます。',
    '年数は、契約が終わった翌日から数えます。すでに定まった期限は、短くなりません。',
  ],
  call: 'setRetentionYears',
  fields: [
    {
      name: 'years',
      label: '契約が終わってから保存する年数',
      kind: 'number',
      initial: String(years),
      hint: '10年から50年まで（当社解釈）。',
    },
  ],
  submit: '定める',
  done: ({ retentionYears }) => ({ say: `保存する年数を${count(retentionYears)}年と定めました。`, to: here }),
})

/** @type {(archive: Archive, of: Of, who: Person) => readonly Form[]} */
const acts = ({ stage, holds, keepUntil, retentionYears }, of, { role, today }) => {
  const isDue = stage === 'kept' && holds.length === 0 && keepUntil !== null && keepUntil < today
  return [
    ...(stage !== 'disposed' && may(role, 'placeHold') ? [holding(of)] : []),
    ...(holds.length > 0 && may(role, 'liftHold') ? [lifting(of, holds)] : []),
    ...(isDue && may(role, 'disposeArchive') ? [disposing(of)] : []),
    ...(may(role, 'setRetentionYears') ? [keeping(of, retentionYears)] : []),
  ]
}

/** @type {Page} */
export const archive = {
  path: '/contracts/:contractId/archive',
  needs: 'getArchive',
  load: async ({ ask, params, who }) => {
    const [found, { contractId, sme }] = await Promise.all([ask('getArchive', params), ask('getContract', params)])
    const { sealings, stage, unprintable } = found
    const of = { params: { contractId }, here: `#/contracts/${contractId}/archive` }
    const whole = stage === 'kept' && sealings.length > 0 && may(who.role, 'downloadEvidencePackage')
    return {
      title: `${sme.name} の契約の保管`,
      lead: '署名された書面に、電子署名とタイムスタンプを付けて保管しています。',
      back: { text: '契約', to: `#/contracts/${contractId}` },
      blocks: [
        {
          kind: 'facts',
          rows: [
            ['段階', word(archiveStages, stage)],
            ['保存期限', keptUntil(found)],
          ],
        },
        ...(unprintable.length > 0
          ? [
              /** @type {const} */ ({
                kind: 'words',
                tone: 'alert',
                lines: ['書体にない文字があり、封印できなかった書面があります。台帳の記録は、そのまま残っています。'],
              }),
            ]
          : []),
        papers(found, sme.name),
        ...(whole
          ? [
              /** @type {import('../shapes.js').Links} */ ({
                kind: 'links',
                items: [
                  {
                    text: '証拠一式（書面・台帳・鍵・タイムスタンプ）を保存する',
                    saves: 'downloadEvidencePackage',
                    as: `証拠一式-${sme.name}.zip`,
                    params: of.params,
                  },
                ],
              }),
            ]
          : []),
        held(found),
        ...acts(found, of, who),
      ],
    }
  },
}
