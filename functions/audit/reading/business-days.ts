import holidays from '@holiday-jp/holiday_jp/lib/holidays.js'

/** Days on which nobody works in Japan, of the years a case can lie in; found by walking the calendar once. */
const free = (): ReadonlySet<string> => {
  const days = new Set<string>(Object.keys(holidays))
  for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2051, 0, 1); at += 86_400_000) {
    const date = new Date(at)
    const day = date.toISOString().slice(0, 10)
    const yearEnd = ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'].includes(day.slice(5))
    if (date.getUTCDay() % 6 === 0 || yearEnd) days.add(day)
  }
  return days
}
const freeDays = free()

/** Number of business days after one day, up to another and with it. */
export const workingDaysBetween = (after: string, until: string): number => {
  let count = 0
  for (let at = Date.parse(after) + 86_400_000; at <= Date.parse(until); at += 86_400_000)
    if (!freeDays.has(new Date(at).toISOString().slice(0, 10))) count += 1
  return count
}

/** True on a business day. */
export const isWorkingDay = (day: string): boolean => !freeDays.has(day)
