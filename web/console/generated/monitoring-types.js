// @ts-check
// Written by `npm run build:console` from shared/domain/service/facts.ts, and never by hand.

/** Names of the types of monitoring. @type {Readonly<Record<string, string>>} */
export const labelOfType = {
  network: 'ネットワーク監視型',
  endpoint: '端末監視型',
  combined: '併用型',
}
