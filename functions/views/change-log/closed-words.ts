import type * as contract from '../../../shared/domain/contract/contract-words.ts'
import type { ArchiveStage, SealedKind } from '../../../shared/domain/archive/archive.ts'
import type { ConcernCause, ConcernStage } from '../../../shared/domain/discontinuance/concern.ts'
import type { ObligationMetBy } from '../../../shared/domain/discontinuance/obligation.ts'
import type {
  DiscontinuanceStage,
  ProposalRestriction,
  SubmissionStage,
} from '../../../shared/domain/discontinuance/states.ts'
import type { ExceptionGround, ExceptionStage } from '../../../shared/domain/exception/exception.ts'
import type { FileScanner, FileStage } from '../../../shared/domain/file/file.ts'
import type { CodeWay } from '../../../shared/domain/phone.ts'
import type { SellingParty } from '../../../shared/domain/parties.ts'
import type { MemberStage } from '../../../shared/domain/platform/member.ts'
import type { OperationKind, OperationStage } from '../../../shared/domain/platform/operation.ts'
import type { NoteOutcome, RedisclosureStage } from '../../../shared/domain/redisclosure/redisclosure.ts'
import type { HandoverKeeper } from '../../../shared/domain/reseller/handover.ts'
import type { ResellerStage } from '../../../shared/domain/reseller/states.ts'
import type { ChangeKind } from '../../../shared/domain/service/change.ts'
import type { IdentityKind, IdentityPaper, IdentityStage } from '../../../shared/domain/sme/identity.ts'

/*
 * Closed words of states and events, as a clerk reads them in a change log. A word that is added to its list does not
 * compile until it has a name here.
 */

type Names<Word extends string> = Readonly<Record<Word, string>>

export const contractStages: Names<(typeof contract.contractStages)[number]> = {
  drafted: '起案中',
  offered: '署名待ち',
  live: '契約中',
  ended: '終了',
  void: '取りやめ',
}
export const entries: Names<contract.Entry> = { signed: 'リンクで署名', attested: '紙の契約を記録' }
export const methods: Names<contract.ExplanationMethod> = { oral: '口頭', written: '書面' }
export const noticeWays: Names<contract.NoticeWay> = {
  mail: 'メール',
  phone: '電話',
  both: 'メールと電話',
  nothing: 'なし',
}
export const confirmations: Names<contract.ConfirmationStage> = {
  given: '署名のとき本人が確認',
  awaiting: '本人の確認待ち',
  confirmed: '本人が確認済み',
  disputed: '本人から「違う」との申出あり',
}
export const takeoverStages: Names<contract.TakeoverStage> = {
  opened: '通知前',
  told: '通知済み（行き先は未定）',
  settled: '行き先が決まった',
}
export const settlements: Names<contract.Settlement> = {
  servedByImplementingEntity: '実施主体がそのまま続ける（契約の相手方は変えない）',
  movedToImplementingEntity: '契約の相手方を実施主体に移す',
  movedToReseller: '契約の相手方をほかの再販協力会社に移す',
  endedBySme: 'ユーザーの意思で契約を終える',
}
export const voidings: Names<contract.VoidReason> = {
  withdrawn: '販売者が取り下げた',
  declined: 'ユーザーが契約しないと答えた',
  sellerDiscontinued: '再販協力会社が提供困難になった',
}
export const withdrawals: Names<'withdrawn' | 'declined'> = {
  withdrawn: voidings.withdrawn,
  declined: 'ユーザーが変更しないと答えた',
}
export const proposalKinds: Names<contract.ProposalKind> = { amendment: '契約の変更', renewal: '契約の更新' }
export const bounceCauses: Names<contract.BounceCause> = {
  bounce: 'あて先が受け付けなかった',
  complaint: '迷惑メールとして申告された',
  expired: '配送を繰り返したが届かなかった',
  undetermined: '理由が示されていない',
  suppressed: '送信の停止リストにある',
  rejected: '送信の事業者が送らなかった',
}
export const consentKinds: Names<contract.ConsentKind> = {
  remoteSupport: 'リモートによる対応支援',
  positionTransfer: '契約上の地位の移転（事前の承諾）',
  foreignPersonalData: '外国にある第三者への個人データの提供',
}
export const consentStages: Names<(typeof contract.consentStages)[number]> = { given: '同意', withdrawn: '撤回' }
export const coverageAreas: Names<contract.CoverageArea> = {
  monitoring: '監視',
  contact: '連絡先',
  insurance: '保険',
}
export const facetStages: Names<'unknown' | 'confirmed' | 'lost'> = {
  unknown: '未確認',
  confirmed: '確認済み',
  lost: '途切れた',
}
export const findings: Names<contract.CoverageResult> = { confirmed: facetStages.confirmed, lost: facetStages.lost }
export const supportPurposes: Names<contract.SupportPurpose> = {
  emergency: '緊急時の対応支援',
  setUp: '導入時の初期対応（回数に数えない）',
}
export const supportModes: Names<contract.SupportMode> = { onSite: '駆付け', remote: 'リモート' }
export const endings: Names<contract.Ending> = {
  cancelledBySme: 'ユーザーの申出による解約',
  endedInTakeover: '引継ぎのなかでの終了',
  expired: '契約期間の満了',
  terminated: '事由による解除',
  annulled: '無効の記録',
}
export const severities: Names<contract.IncidentSeverity> = {
  serious: '重大なもの',
  defended: '防御済みのもの',
  noResponseNeeded: '対応の要らないもの',
}
export const tellingHows: Names<contract.TellingHow> = {
  atOnce: '即時に知らせた',
  inReport: '後日のレポートで知らせた',
}
export const verdicts: Names<contract.TellingVerdict> = { kept: '遅れのうちに入らない', departed: '遅れと認める' }
export const tellings: Names<contract.ToldBy> = { mail: 'メール', phone: '電話', post: '郵便', visit: '訪問' }
export const codeWays: Names<CodeWay> = { sms: 'SMS', voice: '音声の電話' }
export const memberStages: Names<MemberStage> = {
  invited: '招待中',
  kept: '有効',
  suspended: '停止中',
  removed: '外した',
}
export const operationStages: Names<OperationStage> = { accepted: '受付済み', running: '処理中', finished: '完了' }
export const operationKinds: Names<OperationKind> = {
  importContracts: '紙の契約の取込み',
  rehearseImport: '取込みの下調べ',
  recountContracts: '報告の数え直し',
  relistContracts: '検索用の索引の作り直し',
  exportHoldings: '書出し',
  drillTakeover: '引継ぎの予行演習',
  workOnTakeovers: '引継ぎの一括処理',
  moveContracts: '契約の移転',
  recordFormReading: '様式の確認の記録',
}
export const resellerStages: Names<ResellerStage> = {
  invited: '要件の準備中',
  active: '承認済み',
  restricted: '新規停止',
  discontinued: '提供困難',
}
export const sellingParties: Names<SellingParty> = { implementingEntity: '実施主体', reseller: '再販協力会社' }
export const handoverKeepers: Names<HandoverKeeper> = {
  implementingEntity: '実施主体',
  thirdParty: '第三者',
  reseller: '再販協力会社',
}
export const changeKinds: Names<ChangeKind> = {
  general: '一般の事項の変更（届出）',
  requirement: '要件に関わる変更（改めて申請）',
}
export const caseStages: Names<DiscontinuanceStage> = {
  proposed: '承認待ち',
  lapsed: '期限切れ',
  withdrawn: '取下げ',
  takingOver: '引継ぎ中',
  closed: '完了',
}
export const restrictions: Names<ProposalRestriction> = {
  asked: '管理者に依頼中',
  standing: '停止中',
  fallen: '提案とともに解けた',
}
export const metBy: Names<ObligationMetBy> = { platform: 'この仕組みの記録', person: '人の記録' }
export const concernStages: Names<ConcernStage> = {
  open: '確認待ち',
  dismissed: 'おそれなしと判断',
  proposed: '提供困難を提案済み',
}
export const concernCauses: Names<ConcernCause> = {
  told: '再販協力会社からの申出',
  noticed: '実施主体の気づき',
  requirementsPastDue: '要件の期限切れ',
  lettersBounced: 'メールの不達',
}
export const submissionStages: Names<SubmissionStage> = {
  drafted: '下書き',
  sent: '送付済み（受領待ち）',
  returned: '差戻し',
  acknowledged: '受領済み',
}
export const exceptionStages: Names<ExceptionStage> = {
  asked: '承認待ち',
  approved: '承認済み',
  declined: '認めない',
  withdrawn: '取下げ',
}
export const exceptionGrounds: Names<ExceptionGround> = { law: '法令', necessity: 'その他のやむを得ない事情' }
export const identityStages: Names<IdentityStage> = {
  asked: '確認待ち',
  given: '付与済み',
  declined: '付与しない',
  succeeded: '別の番号に引継ぎ済み',
}
export const identityKinds: Names<IdentityKind> = { soleProprietor: '個人事業主', association: '任意団体' }
export const identityPapers: Names<IdentityPaper> = {
  drivingLicence: '運転免許証',
  myNumberCardFront: 'マイナンバーカード（表面）',
  residenceRecord: '住民票の写し',
  passport: '旅券',
  openingNotification: '開業届の控え',
  taxReturn: '確定申告書の控え',
  businessPermit: '営業許可証',
  rules: '規約',
  minutes: '議事録',
  officerList: '役員名簿',
  other: 'その他',
}
export const redisclosureStages: Names<RedisclosureStage> = { open: '進行中', closed: '完了' }
export const noteOutcomes: Names<NoteOutcome> = { told: '知らせた', left: '理由を記録して残す' }
export const archiveStages: Names<ArchiveStage> = { kept: '保管中', disposed: '廃棄済み' }
export const sealedKinds: Names<SealedKind> = { contract: '契約書', certificate: '署名証明書' }
export const fileStages: Names<FileStage> = {
  begun: '受入れ中',
  checked: '検査済み',
  accepted: '受領済み',
  approved: '承認済み',
  declined: '却下',
  expired: '期限切れ',
}
export const fileScanners: Names<FileScanner> = { builtIn: 'この仕組み', guardDuty: 'AWS の検査' }
