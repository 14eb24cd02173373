import { onlyForTypes, rule, unless } from '../model/rule.ts'

/**
 * 第1章2.(1) A network-monitoring service detects threats from outside, detects wrong traffic from inside, and
 * defends. Together with an endpoint type that defends, its own defence may be left out.
 */
export const networkTypeDetectsAndDefends = rule({
  name: 'network-type-detects-and-defends',
  on: 'service-version',
  asks: ['monitoringType', 'capabilities'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '外部からの脅威と内部からの不正な通信を検知し、防御する。',
    en: 'Detects threats from outside and wrong traffic from inside, and defends.',
  }),
  notFor: onlyForTypes('network', 'combined'),
  objections: ({ monitoringType, capabilities }) => {
    const { detectInbound, detectOutbound, networkDefend, endpointDefend } = capabilities
    const waived = monitoringType === 'combined' && endpointDefend
    return [
      ...unless(
        detectInbound,
        'facts.capabilities.detectInbound',
        '外部からの不審なアクセスを検知する機能がありません。',
        'It does not detect suspicious access from outside.',
      ),
      ...unless(
        detectOutbound,
        'facts.capabilities.detectOutbound',
        '内部からの不正な通信を検知する機能がありません。',
        'It does not detect unauthorized traffic from inside.',
      ),
      ...unless(
        networkDefend || waived,
        'facts.capabilities.networkDefend',
        '検知した脅威を防御する機能がありません。省けるのは、防御する端末監視型と組み合わせるときだけです。',
        'It does not defend against what it detects. That may be left out only beside an endpoint type that defends.',
      ),
    ]
  },
})
