/** 通知を出しはじめる時刻（日本の時計）。 */
const opening = '08:30'

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' })

/**
 * 8 時 30 分を過ぎていれば、その日（日本の時計）。まだなら null。締切の知らせとまとめのメールは、それまで出さない。
 *
 * @example morningOf(new Date('2026-06-05T00:00:00Z')) // → '2026-06-05'（日本では 9 時）
 */
export const morningOf = (now: Date): string | null => {
  const [day = '', time = ''] = clock.format(now).split(' ')
  return time >= opening ? day : null
}
