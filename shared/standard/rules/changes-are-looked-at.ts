import { rule, unless } from '../model/rule.ts'

/**
 * 第2章3.(2) A change of the service is notified, and some changes want a new application: so each next version differs
 * from the one before it, and a person has said which kind of change it is.
 */
export const changesAreLookedAt = rule({
  name: 'changes-are-looked-at',
  on: 'service-change',
  asks: ['changed', 'editionChanged', 'kind'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '次の版は前の版と内容が異なり、変更の種別が判断されている。',
    en: 'A next version differs from the one before, and its kind of change was decided.',
  }),
  objections: ({ changed, editionChanged, kind }) => [
    ...unless(
      changed.length > 0 || editionChanged,
      'number',
      '前の版と内容が同じです。変更がないものは届け出られません。',
      'It says the same as the version before. What has not changed cannot be notified.',
    ),
    ...unless(
      kind !== null,
      'change.kind',
      '変更が一般事項か、要件に関する事項（改めて申請が要るか）の判断がありません。',
      'Nobody has said whether the change touches the requirements, and so may want a new application.',
    ),
  ],
})
