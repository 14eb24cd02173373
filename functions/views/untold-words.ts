import type { UntoldCause } from '../../shared/domain/contract/untold.ts'

/** Reason why a letter has to be told by another way, as a clerk reads it. */
export const causeInWords: Readonly<Record<UntoldCause, string>> = {
  bounce: 'あて先のメールアドレスが受け付けませんでした。',
  complaint: '受け取った方が迷惑メールとして申告しました。',
  expired: '配送を繰り返しましたが、届きませんでした（受信箱がいっぱい、先方のサーバーの停止など）。',
  undetermined: '届かなかった理由は、先方のサーバーから示されていません。',
  suppressed: '以前に届かなかったあて先のため、送信の停止リストに入っています。同じあて先へ送り直しても届きません。',
  rejected: '送信の事業者が、このメールを送りませんでした。',
  noAddress: 'メールアドレスがありません。',
  codeLetter:
    '確認コードの手紙を求められました。実施主体の、この契約の送付に関わっていない管理者が印刷し、郵送します。',
  noCode: 'ご登録の電話では確認コードを受け取れないため、メールからはお答えいただけません。',
}
