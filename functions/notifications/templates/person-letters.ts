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
