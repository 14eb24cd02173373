import * as z from 'zod'
import { changeKinds } from '../../../../shared/domain/service/change.ts'
import { monitoringTypes } from '../../../../shared/domain/service/facts.ts'
import type { ServiceGuard } from '../../../../shared/domain/service/guard.ts'
import type { ExistingService } from '../../../../shared/domain/service/service.ts'
import { period } from './period.ts'
import { exactly, hex, id, maybe, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { count, day, text, word } from './values.ts'

const version = object({
  number: count,
  edition: text,
  factsSha256: hex,
  offeredFrom: orNull(day),
  change: orNull(word(changeKinds)),
})
const registration = object({ from: day, until: orNull(day), registrationBodyId: id('rbd'), number: text })
const evidence = object({
  clause: text,
  topic: text,
  serviceVersion: maybe(count),
  on: day,
  validUntil: orNull(day),
  sha256: hex,
})

/** Stored form of a service, with its versions. */
export const serviceForm = storedForm<ExistingService>({
  kind: 'service',
  codec: exactly<ExistingService>()(
    object({
      stage: z.literal('kept'),
      serviceId: id('svc'),
      entityId: id('ent'),
      code: text,
      monitoringType: word(monitoringTypes),
      versions: z.array(version),
      registration: orNull(registration),
      evidence: z.array(evidence),
    }),
  ),
  upgrades: [withoutNulls],
})

/** Content of a service guard's text. */
type StoredServiceGate = Omit<ServiceGuard, 'epoch'>

/** Stored form of a service guard; its epoch stands beside the text, where conditions can see it. */
export const serviceGateForm = storedForm<StoredServiceGate>({
  kind: 'serviceGate',
  codec: exactly<StoredServiceGate>()(
    object({
      serviceId: id('svc'),
      entityId: id('ent'),
      code: text,
      monitoringType: word(monitoringTypes),
      offered: z.array(object({ number: count, edition: text, offeredFrom: day })),
      registration: orNull(period),
    }),
  ),
  upgrades: [withoutNulls],
})
