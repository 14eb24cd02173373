import { disclosureItemCodes } from '../../../../shared/domain/disclosure-items.ts'
import { redisclosureStages, type ExistingRedisclosure } from '../../../../shared/domain/redisclosure/redisclosure.ts'
import { at, exactly, id, object } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { count, day, text, word, words } from './values.ts'

/** Stored form of a campaign of re-disclosure. */
export const redisclosureForm = storedForm<ExistingRedisclosure>({
  kind: 'redisclosure',
  codec: exactly<ExistingRedisclosure>()(
    object({
      stage: word(redisclosureStages),
      redisclosureId: id('rdc'),
      entityId: id('ent'),
      serviceId: id('svc'),
      toVersion: count,
      items: words(disclosureItemCodes),
      dueOn: day,
      contracts: count,
      openedBy: text,
      openedAt: at,
    }),
  ),
  upgrades: [withoutNulls],
})
