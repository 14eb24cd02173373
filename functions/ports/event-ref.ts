/** A letter that is listed as untold: its event, and which of its deliveries. */
export type UntoldRef = EventRef & { readonly deliveryId: string }

export type EventRef = { readonly stream: string; readonly seq: number }
