import * as z from 'zod'
import {
  exceptionGrounds,
  exceptionStages,
  type ExistingException,
} from '../../../../shared/domain/exception/exception.ts'
import { serviceFunctions } from '../../../../shared/domain/service/facts.ts'
import { exactly, hex, id, idOfEither, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { day, text, word, words } from './values.ts'

/** Stored form of an exception from the one contract for all functions. */
export const exceptionForm = storedForm<ExistingException>({
  kind: 'separateContractException',
  codec: exactly<ExistingException>()(
    object({
      stage: word(exceptionStages),
      exceptionId: id('exc'),
      entityId: id('ent'),
      seller: idOfEither('ent', 'rsl'),
      serviceId: id('svc'),
      smeIds: z.array(text),
      leavesOut: words(serviceFunctions),
      ground: word(exceptionGrounds),
      groundSha256: hex,
      evidenceSha256: hex,
      burdenSha256: hex,
      expiresOn: day,
      askedBy: text,
      approvedBy: orNull(text),
      approvedOn: orNull(day),
    }),
  ),
  upgrades: [withoutNulls],
})
