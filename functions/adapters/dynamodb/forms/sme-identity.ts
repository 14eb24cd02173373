import * as z from 'zod'
import {
  identityKinds,
  identityPapers,
  identityStages,
  type ExistingSmeIdentity,
} from '../../../../shared/domain/sme/identity.ts'
import { exactly, hex, id, idOfEither, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { day, text, word } from './values.ts'

/** Stored form of the identity of an SME without 法人番号. */
export const smeIdentityForm = storedForm<ExistingSmeIdentity>({
  kind: 'smeIdentity',
  codec: exactly<ExistingSmeIdentity>()(
    object({
      stage: word(identityStages),
      smeId: id('sme'),
      entityId: id('ent'),
      seller: idOfEither('ent', 'rsl'),
      kind: word(identityKinds),
      nameKey: hex,
      addressKey: hex,
      detailsSha256: hex,
      askedBy: text,
      papers: z.array(word(identityPapers)),
      verifiedOn: orNull(day),
      givenBy: orNull(text),
      succeededBy: orNull(text),
    }),
  ),
  upgrades: [withoutNulls],
})
