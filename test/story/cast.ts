import { askAs, type Ask } from './client.ts'
import type { Teller } from './teller.ts'

/** Everyone in the story. */
export type Cast = {
  readonly url: string
  /** Tells one run from another on the same server. */
  readonly run: string
  readonly operator: Ask
  readonly admin: Ask
  readonly staff: Ask
  readonly body: Ask
  readonly ipa: Ask
  readonly entityId: string
  readonly registrationBodyId: string
}

/** A 法人番号 with a right check digit, from twelve digits. */
export const corporateNumber = (twelve: string): string => {
  const sum = [...twelve]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0)
  return `${9 - (sum % 9)}${twelve}`
}

const operatorMail = 'operator@musubi.example.jp'

/** Brings everyone on: a registration body, IPA, an implementing entity with two people. */
export const castOn = async (url: string, run: string, { chapter, done, say }: Teller): Promise<Cast> => {
  chapter('登場人物')
  const operator = await askAs(url, operatorMail)
  const mail = (who: string) => `${who}.${run}@example.jp`
  const { registrationBodyId } = done(
    await operator.post('/v1/registration-bodies', {
      name: '架空審査登録機関',
      officer: { mail: mail('body'), name: '審査 花子' },
    }),
    '審査登録機関を登録した',
  )
  done(
    await operator.post('/v1/members', { mail: mail('ipa'), name: '情報 太郎', role: 'ipa' }),
    'IPA の担当者を招いた',
  )
  const { entityId } = done(
    await operator.post('/v1/implementing-entities', {
      name: '架空セキュリティ株式会社',
      corporateNumber: corporateNumber(run.padStart(12, '1')),
      admin: { mail: mail('admin'), name: '結城 京子' },
    }),
    '実施主体「架空セキュリティ株式会社」を登録した',
  )
  const admin = await askAs(url, mail('admin'))
  done(
    await admin.post('/v1/members', { mail: mail('staff'), name: '青木 誠', role: 'entityStaff' }),
    '実施主体にもう一人招いた',
  )
  const about = done(await operator.get('/v1'))
  say(`今日は ${about.today}。扱う基準は ${about.editions.join('版・')}版。`)
  return {
    url,
    run,
    operator,
    admin,
    entityId,
    registrationBodyId,
    staff: await askAs(url, mail('staff')),
    body: await askAs(url, mail('body')),
    ipa: await askAs(url, mail('ipa')),
  }
}
