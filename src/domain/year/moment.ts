/** 日時を人の読む形に。日本のどの市も同じ時計を使う。`momentInWords('2026-04-01T09:30:00.000Z')` → '2026/04/01 18:30' */
export const momentInWords = (iso: string): string => clock.format(new Date(iso))

const clock = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' })
