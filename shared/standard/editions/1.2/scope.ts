import { byRule, clause, type Clause } from '../../model/edition.ts'
import { endpointTypeDetectsAndDefends } from '../../rules/endpoint-type-detects-and-defends.ts'
import { networkTypeDetectsAndDefends } from '../../rules/network-type-detects-and-defends.ts'
import { resellerIsAuthorized } from '../../rules/reseller-is-authorized.ts'
import { resellerKeepsTheStandard } from '../../rules/reseller-keeps-the-standard.ts'
import {
  resoldByThoseTheStandardNames,
  soldByThoseTheStandardNames,
} from '../../rules/sold-by-those-the-standard-names.ts'
import { terminalsAreWatched } from '../../rules/terminals-are-watched.ts'
import { textNotInHand } from '../../model/text-not-in-hand.ts'

/** Clauses of 第1章: the types of monitoring, and who provides the service. */
export const scope: readonly Clause[] = [
  textNotInHand('第1章1'),
  clause(
    '第1章2.(1)',
    {
      ja: 'ネットワーク監視型は、外からの脅威と内からの不正な通信を検知し、防御する。防御する端末監視型と組み合わせるなら防御は要らない。',
      en: 'The network type detects threats from outside and wrong traffic from inside, and defends; beside an endpoint type that defends, its own defence is not required.',
    },
    [byRule(networkTypeDetectsAndDefends)],
    {
      seedRows: [6, 7],
      ourReading: {
        ja: '併用型では、ネットワーク側か端末側の少なくとも一方の防御が要ると読む。プリンターなどのオフィス機器は対象に数えず、監視の対象でないことを開示書面で示す。',
        en: 'In the combined type at least one side defends. Printers and other office machines are not counted, and the disclosure says that they are not watched.',
      },
    },
  ),
  clause(
    '第1章2.(2)',
    {
      ja: '端末監視型は、端末を常時監視して異常を検知し、防御する。防御するネットワーク監視型と組み合わせるなら防御は要らない。',
      en: 'The endpoint type watches terminals constantly and defends; beside a network type that defends, its own defence is not required.',
    },
    [byRule(endpointTypeDetectsAndDefends), byRule(terminalsAreWatched)],
    { seedRows: [8] },
  ),
  clause(
    '第1章2.(3)',
    {
      ja: '実施主体は、中小企業と契約するか、再販協力会社を通じて提供し、審査登録機関へ申請する事業者である。',
      en: 'The implementing entity contracts with SMEs or provides through resellers, and applies to the registration body.',
    },
    [
      byRule(soldByThoseTheStandardNames, { channels: ['direct', 'reseller'] }),
      byRule(resoldByThoseTheStandardNames, { channels: ['direct', 'reseller'] }),
    ],
    { seedRows: [12] },
  ),
  clause(
    '第1章2.(4)',
    {
      ja: '再販協力会社は、実施主体が提供するサービスの契約を中小企業と行う事業者である。',
      en: "A reseller contracts with SMEs for the implementing entity's service.",
    },
    [byRule(resellerIsAuthorized), byRule(resellerKeepsTheStandard)],
    {
      seedRows: [13],
      alsoCitedAs: '1章 2.(3)',
      ourReading: {
        ja: '実施主体がそのサービスの再販を許諾していることを前提と読む。再販は一段に限る。許諾するのは、基準を守る旨を誓約した再販協力会社に限る（逸脱は再販協力会社のものも実施主体の登録に及ぶため）。',
        en: 'We read it as resting on an authorization by the implementing entity, one tier deep, and given only to a reseller that pledged to keep the standard: its departures reach the registration too.',
      },
    },
  ),
]
