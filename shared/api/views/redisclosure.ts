import * as z from 'zod'
import { PersonShown } from './person.ts'
import {
  At,
  ContractIdField,
  Day,
  DisclosureItem,
  EntityIdField,
  RedisclosureIdField,
  ResellerIdField,
  ServiceIdField,
  Sha256,
  ShortNumberField,
} from '../fields.ts'
import { redisclosureStages } from '../../domain/redisclosure/redisclosure.ts'
import { WrittenView } from './written.ts'

const OldContract = {
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  sme: z.strictObject({ smeId: z.string(), name: z.string() }),
  resellerId: ResellerIdField.nullable(),
  /** The version it stands under, and the items that read differently from there. */
  serviceVersion: z.int(),
  items: z.array(DisclosureItem),
  /** The items that take the SME's signature; of the others it may simply be told (当社解釈). */
  itemsToSign: z.array(DisclosureItem),
}

/** A contract under an older text, and who saw that text. */
export const AffectedContractView = z.strictObject({
  ...OldContract,
  document: z.strictObject({ revision: z.int(), sha256: Sha256 }),
  /** Person who signed or confirmed it, as its evidence documents say; `onPaper` where nobody has confirmed it yet. */
  saw: z.strictObject({
    how: z.enum(['signed', 'confirmed', 'onPaper']),
    name: z.string().nullable(),
    title: z.string().nullable(),
    on: Day,
  }),
})

/** A re-disclosure campaign, as it stands in lists. */
export const RedisclosureView = z.strictObject({
  redisclosureId: RedisclosureIdField,
  version: z.int(),
  stage: z.enum(redisclosureStages),
  entityId: EntityIdField,
  serviceId: ServiceIdField,
  toVersion: z.int(),
  items: z.array(DisclosureItem),
  dueOn: Day,
  /** Days left, in days of Japan: 0 on the due day, negative once it is past. */
  daysLeft: z.int(),
  contracts: z.int(),
  openedAt: At,
})

/** The same with who opened it. */
export const ListedRedisclosureView = RedisclosureView.extend({ openedBy: PersonShown })

/** The same with how far it is, read from the contracts themselves, and what is left (at most two hundred). */
export const RedisclosureProgressView = ListedRedisclosureView.extend({
  progress: z.strictObject({
    contracts: z.int(),
    amended: z.int(),
    told: z.int(),
    left: z.int(),
    ended: z.int(),
    open: z.int(),
    overdue: z.int(),
  }),
  /** How SMEs were told, and why contracts were left under the old text. */
  written: z.array(WrittenView),
  remaining: z.array(z.strictObject({ ...OldContract, standing: z.enum(['open', 'overdue', 'left']) })),
})
