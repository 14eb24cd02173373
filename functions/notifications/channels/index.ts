import type { ChannelName } from '../../../shared/domain/aggregates/delivery.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Channel, Outgoing } from './channel.ts'
import { mail } from './mail.ts'
import { sms } from './sms.ts'
import { voice } from './voice.ts'

/** Every way a letter can go. One that a delivery names and that is missing here does not compile. */
const channels: { readonly [By in ChannelName]: Channel<By> } = { mail, sms, voice }

/** Sends a letter by the way its delivery names. */
export const sendBy = <By extends ChannelName>(
  by: By,
  deps: Pick<Dependencies, 'post'>,
  outgoing: Outgoing<By>,
): ReturnType<Channel<By>['send']> => channels[by].send(deps, outgoing)
