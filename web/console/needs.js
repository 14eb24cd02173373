// @ts-check
/** What a value had to fit, where the API says it to programs only. */
export const needs = [
  ['a version offered on that day', 'その日に提供しているサービスの版がありません。'],
  ['a registration valid on that day', 'その日に有効なサービスの登録がありません。'],
  ['a role of your own tenant', 'あなたの組織の人に付けられる役割ではありません。'],
  ['when the takeover began', '引継ぎが始まる前の時刻は記録できません。'],
  ['when it was lost', '途切れた時刻より前に、確かめたとは記録できません。'],
  ['a reseller', '再販協力会社を選んでください。'],
  ['the reseller it moves to', '移す先の再販協力会社を選んでください。'],
  ['supplied by', 'これを出すのは、あなたの組織ではありません。'],
  ['a CSV in UTF-8', 'UTF-8 で、どの行も見出しと同じ数の欄を持つ CSV にしてください。'],
  ['a ground in law', '規約は期間の途中での解約をいつでもは認めていません。解約できる根拠を入れてください。'],
  ['country, regime and measures', '国、その国の制度、提供先の措置の三つをユーザーに示していることが要ります。'],
  ['an ISO 3166-1 code', '国のコードではありません。アメリカ合衆国なら US のように、2文字で入れてください。'],
  ['nothing that the standard orders', '基準そのものが命じる報告は、免じられません。'],
  ['a mail address and a phone', 'リンクを送るには、ユーザーのメールと電話の両方が要ります。'],
  ['a mail address', 'メールの宛先が分かりません。電話・郵便・訪問で知らせてください。'],
  ['two editions', 'このサービスは、はじめから新しい基準の版で作られています。移行に足りないものはありません。'],
  ['a moment that has come', 'まだ来ていない日時は入れられません。'],
  ['each contract in one row', '同じ契約が二度あります。一件につき一行にしてください。'],
  ['more than a legal form', '「株式会社」などだけでは探せません。名称を入れてください。'],
  ['at most 5000 contracts', '見つかった契約が5,000件を超えました。取引年月日の範囲を狭めてください。'],
]
