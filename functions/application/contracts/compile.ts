import { compileDisclosure, type Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import {
  pickTerms,
  revisionTerms,
  statedTerms,
  type TermName,
  type TermsGiven,
} from '../../../shared/domain/contract/contract-terms.ts'
import {
  initialFeeExTaxYen,
  optionalOfSme,
  type OptionalOfSme,
  type Sme,
  type Terms,
} from '../../../shared/domain/contract/terms.ts'
import type { ContractId, ExceptionId, ResellerId } from '../../../shared/domain/ids.ts'
import type { PortfolioGuard } from '../../../shared/domain/reseller/guard.ts'
import { serviceFunctions, type ServiceFunction } from '../../../shared/domain/service/facts.ts'
import type { OfferedVersion } from '../../../shared/domain/service/guard.ts'
import type { EligibilityAsRead } from '../../ports/contracts.ts'
import { numbered } from '../../ports/papers.ts'
import type { EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'
import { disclosureForm } from '../../papers/texts.ts'
import type { Face } from './face.ts'

/** Input of a revision, as a form gives it. */
export type TextInput = {
  readonly sme: Omit<Sme, 'smeId' | 'signatory' | OptionalOfSme> & {
    readonly corporateNumber: string
    readonly signatory?: Sme['signatory'] | undefined
  } & { readonly [Name in OptionalOfSme]?: Sme[Name] | null | undefined }
  readonly terms: Omit<Terms, TermName | 'serviceVersion' | 'renewal' | 'endOn'> &
    TermsGiven & {
      readonly renewal?: Terms['renewal'] | undefined
    }
  readonly functions?: readonly ServiceFunction[] | undefined
  readonly exceptionId?: ExceptionId | null | undefined
}

type Compiled = {
  readonly deal: ContractRevision
  readonly document: EvidenceDocument
  /** The text that the document holds. */
  readonly text: Disclosure
  readonly name: string
}

/** Turns what was given into a revision: the text the SME will sign, by hash, and what rules and lists ask of it. */
export const compile = async (
  { calendar, facts, countryName, digest }: Pick<Dependencies, 'calendar' | 'facts' | 'countryName' | 'digest'>,
  contractId: ContractId,
  revision: number,
  given: TextInput,
  { gate, serviceGuard }: EligibilityAsRead,
  version: OfferedVersion,
  face: Face = {},
): Promise<Compiled> => {
  const sme = smeOf(given.sme)
  const { serviceId, initialFeeParts, startOn, termMonths } = given.terms
  const terms: Terms = {
    serviceId,
    initialFeeParts,
    serviceVersion: version.number,
    ...statedTerms(given.terms),
    renewal: given.terms.renewal ?? null,
    endOn: calendar.lastDayOfTerm(startOn, termMonths),
  }
  const text = compileDisclosure({
    contractId,
    revision,
    sme,
    terms,
    countryName,
    edition: version.edition,
    ...partiesOf(gate, face),
    ...(face.serviceTerms ? { serviceTerms: face.serviceTerms } : {}),
    serviceCode: serviceGuard.code,
    leavesOut: serviceFunctions.filter((one) => !(given.functions ?? serviceFunctions).includes(one)),
    facts: await facts(terms.serviceId, version.number),
  })
  const content = disclosureForm.write(text)
  const sha256 = digest(content)
  return {
    deal: {
      contractId,
      revision,
      entityId: gate.entityId,
      seller: gate.owner,
      serviceId: terms.serviceId,
      serviceVersion: version.number,
      monitoringType: serviceGuard.monitoringType,
      edition: version.edition,
      smeId: sme.smeId,
      prefecture: sme.prefecture,
      functions: given.functions ?? serviceFunctions,
      ...(given.exceptionId ? { exceptionId: given.exceptionId } : {}),
      initialFeeExTaxYen: initialFeeExTaxYen(terms),
      ...pickTerms(revisionTerms, terms),
      endOn: terms.endOn,
      renewal: terms.renewal,
      noticeBy: noticeBy(sme),
      documentSha256: sha256,
    },
    document: { name: numbered('document', revision), content, sha256 },
    text,
    name: sme.name,
  }
}

/** What is left out of an SME, or is null, is absent of its text: so a text without it keeps its hash. */
const smeOf = ({
  corporateNumber,
  signatory,
  reading,
  postalAddress,
  placeOfService,
  ...sme
}: TextInput['sme']): Sme => ({
  ...sme,
  ...(reading ? { reading } : {}),
  ...(postalAddress ? { postalAddress } : {}),
  ...(placeOfService ? { placeOfService } : {}),
  smeId: corporateNumber,
  signatory: signatory ?? null,
})

/** The SME that a form gives, with what it leaves out as it was before. */
export const keepingOptional = <Given extends Pick<TextInput['sme'], OptionalOfSme>>(
  given: Given,
  before: Sme,
): Given =>
  ({
    ...Object.fromEntries(optionalOfSme.flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]]]))),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  }) as Given

const partiesOf = (
  { owner, entityId, entity, name, corporateNumber }: PortfolioGuard,
  { implementingEntity, reseller }: Face,
) => ({
  implementingEntity: { id: entityId, ...entity, ...implementingEntity },
  reseller: owner === entityId ? null : { id: owner as ResellerId, name, corporateNumber, ...reseller },
})

const noticeBy = ({ noticeContact: { mail, phone } }: Sme): ContractRevision['noticeBy'] => {
  if (mail && phone) return 'both'
  if (mail) return 'mail'
  return phone ? 'phone' : 'nothing'
}
