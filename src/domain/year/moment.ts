/** 日時を人の読む形に。日本のどの市も同じ時計を使う。`momentInWords('2026-04-01T09:30:00.000Z')` → '2026/04/01 18:30' */
export const momentInWords = (iso: string): string => clock.format(new Date(iso))

const clock = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' })

/** その時の、日本の日。締切や有効な日と比べる。`dayInJapan(new Date('2026-03-31T15:00:00Z'))` → '2026-04-01' */
export const dayInJapan = (moment: Date): string => calendar.format(moment)

// sv-SE の日付は ISO 8601 の形（2026-04-01）。
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })
