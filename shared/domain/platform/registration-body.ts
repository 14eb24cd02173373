import type { RegistrationBodyId } from '../ids.ts'

/** A registration body (審査登録機関): it keeps the list of registered services and receives reports. */
export type ExistingRegistrationBody = {
  readonly stage: 'kept'
  readonly registrationBodyId: RegistrationBodyId
  readonly name: string
}
export type RegistrationBody = { readonly stage: 'none' } | ExistingRegistrationBody

export type RegistrationBodyEvent = {
  readonly type: 'registration-body-registered'
  readonly registrationBodyId: RegistrationBodyId
  readonly name: string
}

export const noRegistrationBody: RegistrationBody = { stage: 'none' }

export const evolveRegistrationBody = (
  _: RegistrationBody,
  { type: _type, ...kept }: RegistrationBodyEvent,
): RegistrationBody => ({ stage: 'kept', ...kept })
