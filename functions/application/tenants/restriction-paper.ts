/** Name under which the reason of a restriction, or of its end, lies beside the event. */
export const restrictionPaper = 'restriction'
