import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'

/** 一人が、この間（ミリ秒）に受け取らせてよいファイルの数。企画課は、届いたものをまとめて受け取る（課が百あっても足りる）。 */
export const uploadLimit = { most: 30, mostForRound: 300, within: 10 * 60_000 } as const

/**
 * 送られたファイルの数え。読むのに重いファイルを続けて送られて、ほかの人の入力が止まらないようにする。
 * 守るのはこのプログラムの手間なので、記憶に置く（起動し直せば忘れる。推し当てを防ぐログインの限りとは違い、それでよい）。
 */
const received = new WeakMap<App['store'], Map<string, number[]>>()

/** 数えて、限りを超えれば断る。`upload-too-often` は、あと何分で送れるかを言う。 */
export const countUpload = (
  { store, now }: Pick<App, 'store' | 'now'>,
  person: Person,
  code: string,
  most: number = uploadLimit.most,
): Result<null> => {
  const counts = received.get(store) ?? new Map<string, number[]>()
  received.set(store, counts)
  const key = `${code} ${person.kind} ${person.id ?? person.name}`
  const at = now().getTime()
  const recent = (counts.get(key) ?? []).filter((each) => at - each < uploadLimit.within && each <= at)
  const first = recent[0]
  if (first !== undefined && recent.length >= most) {
    counts.set(key, recent)
    const minutes = Math.max(1, Math.ceil((first + uploadLimit.within - at) / 60_000))
    return refused('upload-too-often', { most, minutes })
  }
  counts.set(key, [...recent, at])
  return done(null)
}
