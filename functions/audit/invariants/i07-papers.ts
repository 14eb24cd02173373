import type { Disclosure } from '../shapes/disclosure.ts'
import { headTerms, termsFrom } from '../shapes/terms.ts'
import type { Invariant } from './invariant.ts'
import type { Paper } from '../reading/read-row.ts'
import { same } from '../reading/hash.ts'
import { paperWith, saidIn, streamsOf } from '../reading/looking-up.ts'
import type { Deal } from '../shapes/deal.ts'

const ways = (mail: string | null, phone: string | null): Deal['noticeBy'] =>
  mail ? (phone ? 'both' : 'mail') : phone ? 'phone' : 'nothing'

/** Content of a contract's document, as far as the contract revision says it too. */
const saidBy = ({ contractId, revision, edition, implementingEntity, reseller, service, sme, terms }: Disclosure) => ({
  contractId,
  revision,
  edition,
  entityId: implementingEntity.id,
  seller: (reseller ?? implementingEntity).id,
  serviceId: service.id,
  serviceVersion: service.version,
  smeId: sme.smeId,
  prefecture: sme.prefecture,
  ...termsFrom(headTerms, terms),
  initialFeeExTaxYen: terms.initialFeeParts.reduce((sum, { exTaxYen }) => sum + exTaxYen, 0),
  endOn: terms.endOn,
  // 0.2.0 knew no renewal.
  renewal: terms.renewal ?? null,
  noticeBy: ways(sme.noticeContact.mail, sme.noticeContact.phone),
})

const saysOther = (deal: Deal, document: Paper): boolean => {
  const { functions: _f, exceptionId: _e, monitoringType: _m, documentSha256: _d, ...agreed } = deal
  try {
    return !same(saidBy(JSON.parse(document.text) as Disclosure), agreed)
  } catch {
    return true
  }
}

/**
 * I07. Every evidence document's hash is the SHA-256 of its own canonical JSON, each lies beside a ledger, and the
 * document that was signed says of parties, service, fees and days what the contract revision says. A service is of the
 * type of monitoring that the facts of each of its versions name.
 */
export const papers: Invariant = {
  id: 'I07',
  says: { ja: '書面の内容は、記録されたハッシュのとおり', en: 'every paper is what its hash says' },
  check: (book, see) => {
    for (const beside of book.papers.values()) {
      for (const paper of beside) {
        see(
          paper.where,
          !book.streams.has(paper.stream) && 'lies beside no ledger',
          // Or the hash would be of another text than the one that is kept.
          !paper.inForm && 'is not in canonical form',
          paper.sha256 !== paper.hash && 'is not the text its hash is of',
        )
      }
    }
    for (const { id, entries } of streamsOf(book, 'contract')) {
      for (const { where, event } of entries) {
        if (!('deal' in event)) continue
        const document = paperWith(book, id, event.deal.documentSha256)
        see(where, document && saysOther(event.deal, document) && `${document.where} says otherwise`)
      }
    }
    for (const { id, entries } of streamsOf(book, 'service')) {
      for (const { where, event } of entries) {
        if (event.type !== 'service-version-drafted') continue
        const facts = saidIn(book, id, event.factsSha256)
        see(
          where,
          facts !== undefined && facts['monitoringType'] !== event.monitoringType && 'names a type its facts do not',
        )
      }
    }
  },
}
