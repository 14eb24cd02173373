import type { Addressee } from '../discontinuance/states.ts'
import type { AddresseeKind } from './kinds/kind.ts'

type Listed = { readonly registration: { readonly registrationBodyId: Addressee } | null }

/** Whom a kind is addressed to: IPA, and every registration body that lists one of the services, each once. */
export const addresseesOf = (
  { addressees }: { readonly addressees: readonly AddresseeKind[] },
  services: readonly Listed[],
): readonly Addressee[] =>
  addressees.flatMap((to): readonly Addressee[] =>
    to === 'ipa'
      ? ['ipa']
      : [...new Set(services.flatMap(({ registration }) => registration?.registrationBodyId ?? []))],
  )
