import { good } from '../../support/parties.ts'
import { minute, type Scene } from './scene.ts'

/** People of the implementing entity who leave: one removed and erased, one that was an admin and is none any more. */
export const part = async ({ house, parties }: Scene): Promise<void> => {
  const { admin, entityId } = parties
  const named = async (who: string, role: string): Promise<string> => {
    const mail = `${who}.${entityId}@entity.example.jp`
    const { sub } = good(await admin.post('/v1/members', { mail, name: '架空 花子', role }))
    await house.signedIn(mail)
    house.clock.advance(minute)
    return sub
  }
  const reason = '部署の異動のため'
  const gone = await named('gone', 'entityStaff')
  good(await admin.post(`/v1/members/${gone}/remove`, { reason }))
  good(await admin.post(`/v1/members/${gone}/erase`, { reason }))
  const former = await named('former', 'entityAdmin')
  good(await admin.post(`/v1/members/${former}/role`, { reason, role: 'entityStaff' }))
  await house.settle()
}
