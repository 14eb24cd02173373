import { onlyForTypes, rule, unless } from '../model/rule.ts'

/**
 * 第1章2.(2) An endpoint-monitoring service watches terminals constantly for anything abnormal, and defends.
 * Together with a network type that defends, its own defence may be left out.
 */
export const endpointTypeDetectsAndDefends = rule({
  name: 'endpoint-type-detects-and-defends',
  on: 'service-version',
  asks: ['monitoringType', 'capabilities'],
  suppliedBy: 'implementingEntity',
  says: () => ({ ja: '端末を常時監視して異常を検知し、防御する。', en: 'Watches terminals constantly, and defends.' }),
  notFor: onlyForTypes('endpoint', 'combined'),
  objections: ({ monitoringType, capabilities }) => {
    const { continuousDetection, endpointDefend, networkDefend } = capabilities
    const waived = monitoringType === 'combined' && networkDefend
    return [
      ...unless(
        continuousDetection,
        'facts.capabilities.continuousDetection',
        '端末を常時監視して異常を検知する機能がありません。',
        'It does not watch terminals constantly for anything abnormal.',
      ),
      ...unless(
        endpointDefend || waived,
        'facts.capabilities.endpointDefend',
        '検知した異常を防御する機能がありません。省けるのは、防御するネットワーク監視型と組み合わせるときだけです。',
        'It does not defend against what it detects. That may be left out only beside a network type that defends.',
      ),
    ]
  },
})
