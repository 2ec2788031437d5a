/** 日は ISO 8601 の字（`2026-04-01`）で持つ。字の順が日の順なので、そのまま比べられる。 */

/** 本当にある日か。`isDay('2026-02-30')` → false */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === text
}

/** `dayBefore('2026-04-01')` → '2026-03-31' */
export const dayBefore = (day: string): string => moved(day, -1)

export const dayAfter = (day: string): string => moved(day, 1)

const moved = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** その日か、そのあとの、初めの 4 月 1 日（機構改革と人事異動の日）。`nextApril('2026-11-26')` → '2027-04-01' */
export const nextApril = (day: string): string => {
  const first = `${day.slice(0, 4)}-04-01`
  return day <= first ? first : `${Number(day.slice(0, 4)) + 1}-04-01`
}
