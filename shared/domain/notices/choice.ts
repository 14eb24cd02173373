import type { RoleOfPeople } from '../people.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { decidesOn, isTold, noticeTopic, noticeTopics, wayTo, type NoticeTopic } from './topics.ts'

/** Choices of a person for a topic: a letter at once, in the letter of the next business day's morning, or none. */
export const noticeChoices = ['immediate', 'digest', 'none'] as const
type NoticeChoice = (typeof noticeChoices)[number]

/** What a person chose, by topic; of any other it hears as is usual. */
export type NoticeChoices = Readonly<Partial<Record<NoticeTopic, NoticeChoice>>>

/** The way a person in a role hears of a topic. What concerns its own approval is told at once, whatever it chose before. */
export const choiceOf = (role: RoleOfPeople, topic: NoticeTopic, chosen: NoticeChoices): NoticeChoice =>
  decidesOn(role, topic) ? 'immediate' : (chosen[topic] ?? wayTo(role, topic))

/** Topics that people in a role are told of, in the order in which they are shown. */
export const topicsOf = (role: RoleOfPeople): readonly NoticeTopic[] =>
  noticeTopics.filter((topic) => isTold(role, topic))

type Asking = { readonly role: RoleOfPeople; readonly mail: string | null; readonly chosen: NoticeChoices }

/**
 * Changes what a person chose, for the topics that are named. Refused as a whole where nothing can be sent, as there is no
 * address, or where one of them is not told to its role, or is for it to decide on and would be put off or left out.
 */
export const chooseNotices = (
  { role, mail, chosen }: Asking,
  asked: NoticeChoices,
): Result<NoticeChoices, Refusal<'does-not-fit'>> => {
  if (mail === null && Object.keys(asked).length > 0)
    return refuse({
      kind: 'does-not-fit',
      what: 'mail',
      given: 'none',
      needs: 'a mail address on record',
      why: {
        ja: 'メールアドレスが登録されていないため、お知らせを送れません。管理者に、メールアドレスの登録を依頼してください。',
        en: 'There is no mail address on record to send notices to. Ask an admin to enter one.',
      },
    })
  for (const topic of noticeTopics) {
    const given = asked[topic]
    if (given === undefined) continue
    const { label } = noticeTopic[topic]
    if (!isTold(role, topic))
      return refuse({
        kind: 'does-not-fit',
        what: 'topic',
        given: topic,
        needs: 'a topic that your role is told of',
        why: {
          ja: `「${label.ja}」は、いまの役割の人には知らせない項目です。`,
          en: `People in your role are not told of “${label.en}”.`,
        },
      })
    if (decidesOn(role, topic) && given !== 'immediate')
      return refuse({
        kind: 'does-not-fit',
        what: 'choice',
        given,
        needs: 'immediate',
        why: {
          ja: `「${label.ja}」は、ご自身の承認に関わるため、すぐに知らせるほかは選べません。`,
          en: `“${label.en}” waits for your own approval: it is told at once and cannot be put off.`,
        },
      })
  }
  return ok({ ...chosen, ...asked })
}
