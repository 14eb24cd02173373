import * as z from 'zod'
import { bounceCauses } from '../../../../shared/domain/contract/contract-words.ts'
import type { NoticeChoices } from '../../../../shared/domain/notices/choice.ts'
import type { Membership } from '../../../../shared/domain/platform/member.ts'
import { parsedText } from '../../../ports/stored-forms.ts'
import { attributesForm } from './attributes-form.ts'
import { field, maybe, named } from './fields.ts'
import { noticeChoicesForm } from './notice-choices.ts'
import { at, object } from './plain.ts'
import { membership } from './platform.ts'
import { day, text, word } from './values.ts'

const kind = 'person'

/** A membership as JSON in an attribute of its own. */
const inJson: z.ZodType<Membership> = z.codec(z.string(), membership, {
  decode: (stored) => parsedText(kind, stored) as Membership,
  encode: (one) => JSON.stringify(one),
})

const inForm: z.ZodType<NoticeChoices> = z.codec(z.string(), z.custom<NoticeChoices>(), {
  decode: noticeChoicesForm.read,
  encode: noticeChoicesForm.write,
})

const organization = { membership: field('w', inJson) }

/** Stored form of a person's row: what is known of the person, or, once that was erased, the organization alone. */
export const personForm = attributesForm({
  kind,
  codec: z.union([
    named({ ...organization, erased: field('x', z.literal(true)) }),
    named({
      ...organization,
      name: field('n', text),
      mail: field('m', text),
      reading: maybe('y', text),
      account: field('acc', text),
      /** Day of the last sign-in. */
      seenOn: maybe('seen', day),
      /** What the person chose to hear of. */
      notices: maybe('k', inForm),
      /** The mail that came back last, if none has arrived since: when it did, why, and when it was sent. */
      bounced: maybe('b', object({ at, c: word(bounceCauses), of: at })),
    }),
  ]),
  upgrades: [],
})
