import type { Text } from './parts.ts'

/** Names nobody: which organization it was is for that to say, and nobody else learns where the person belongs. */
export const namedElsewhereLetter = (name: string): Text => ({
  subject: '【結 Musubi】利用者として指名されました（このままでは加われません）',
  text: `${name} 様

ある組織が、あなたのこのメールアドレスを、結 Musubi の利用者として登録しようとしました。
あなたはすでに、このメールアドレスで別の組織の利用者になっています。一つのメールアドレスで加われる組織は一つのため、新しい組織には加わっていません。いまのご利用に変わりはありません。
どちらの組織にも、もう一方のことはお知らせしていません。

加わるご予定があるときは、登録しようとした組織に、別のメールアドレスをお伝えください。
お心当たりのないときは、何もなさらなくてかまいません。
`,
})

/** Names nobody either: which organization it is the person sees after signing in, and nobody else at all. */
export const invitedElsewhereLetter = (name: string, site: string): Text => ({
  subject: '【結 Musubi】別の組織の利用者として招かれています',
  text: `${name} 様

ある組織が、あなたを結 Musubi の利用者として招いています。
いつものメールアドレスでサインインし、「所属の切替え」でその組織を選ぶと、参加したことになります。選ばれるまでは、何も変わりません。いまのご利用はそのまま続けられます。
どの組織にも、ほかの組織のことはお知らせしていません。

サインイン: ${site}/console/

お心当たりのないときは、何もなさらなくてかまいません。
`,
})
