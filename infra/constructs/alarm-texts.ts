/** Text of an alarm for the person it wakes: whether to get up, what is at stake, what to do first. */
type Text = { readonly severity: '至急' | '当日中'; readonly harm: string; readonly runbook: string }

export const alarmTexts = {
  'dead-letters': {
    severity: '至急',
    harm: '届けられなかった通知、または終わらなかった引継ぎ・取込みがあります。',
    runbook:
      'どの死信キューに入ったかを見て、同じ時刻の関数のログで原因を直す。WorkDead と LettersDead は直したあと元のキューへ戻す（二度行われても結果は変わらない）。RelayDead と SweepDead は目覚ましにすぎないので消してよい。未達の印が表に残っている限り、毎分の見回りが届ける。',
  },
  'deliveries-overdue': {
    severity: '至急',
    harm: '署名のご案内や確認コードなどが5分以上届いていません。見回りが動いていない場合も鳴ります。',
    runbook:
      'sweep のログの failed と、その前の error を見る。SES の送信停止・送信上限、End User Messaging の支出上限と送信元番号（CodeSender・CodeCaller）、送信元ドメインの検証を確かめる。記録が無いときは Scheduler の EveryMinute を確かめる。',
  },
  'relay-behind': {
    severity: '当日中',
    harm: '通知が1分以上遅れて出ています。見回りが拾うので失われはしません。',
    runbook: 'relay のログの error を見る。引継ぎの最中なら量によるもので、SES の送信上限を上げると縮まる。',
  },
  'work-behind': {
    severity: '至急',
    harm: '引継ぎ・取込み・数え直しが10分以上始まっていません。引継ぎなら責任は移っていますが、契約ごとの記録が遅れます。',
    runbook: 'work のログと同時実行数を見る。関数が止められている（スロットル）なら上限を上げる。',
  },
  'letters-behind': {
    severity: '当日中',
    harm: '引継ぎのお知らせが1時間以上出ていません。責任は移っていますが、ユーザーがまだ知りません。',
    runbook:
      'work のログの error と、SES の送信停止・送信上限を見る。一万件を超える引継ぎなら量によるもので、SES の上限を上げ、LetterFeed の maxConcurrency を上げると縮まる。',
  },
  'letters-bounce': {
    severity: '当日中',
    harm: 'メールの5%以上が宛先に届かず戻っています。続くと SES が送信を止めることがあります。',
    runbook:
      '案件の「届いていないユーザー」の一覧で、戻った宛先を確かめる。正しい宛先を伺って送り直すか、電話・郵便で知らせて記録する。BouncesDead に入ったものは、直したあと関数をもう一度呼ぶ（二度記録されることはない）。',
  },
  'api-fails': {
    severity: '至急',
    harm: '利用者に 5xx を返しています。署名の途中の方がいるかもしれません。',
    runbook:
      'commands と queries のログで what が defect の行を要求番号から探す。503（outcome-unknown）だけなら表の障害を疑う。同じ Idempotency-Key での再送は安全。',
  },
  'api-slow': {
    severity: '当日中',
    harm: '応答の遅い1%が3秒を超えています。',
    runbook: 'X-Ray で長い区間を見る。起動直後の遅れか、表の競合か、KMS かを分ける。',
  },
  'functions-throttled': {
    severity: '至急',
    harm: '関数の同時実行が上限に達し、断られた呼出しがあります。',
    runbook: 'アカウントの同時実行の上限と、予約（musubi:reserveConcurrency）を確かめる。',
  },
  'sweep-fails': {
    severity: '至急',
    harm: '同じ通知が3分続けて届けられていません。',
    runbook:
      'sweep のログの error に、どの出来事（stream#seq）かが出ている。宛先の誤りなら、別の方法で本人に知らせて記録する。',
  },
  'table-throttled': {
    severity: '至急',
    harm: '表の読み書きが上限で断られています。',
    runbook: '上限（LedgerTable の maxUnits）に達したのか、特定の鍵への集中かを見る。前者なら上げて配備し直す。',
  },
  'transactions-collide': {
    severity: '当日中',
    harm: '同じ行への書込みが競り合い、やり直しが増えています。',
    runbook: '大きな引継ぎや取込みの最中でないかを見る。そうでなければ、同じ契約に繰り返し命令を送る利用者を探す。',
  },
} as const satisfies Record<string, Text>

export type AlarmName = keyof typeof alarmTexts
