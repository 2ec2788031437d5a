/** 元号。 */
export type Era = '明治' | '大正' | '昭和' | '平成' | '令和'

type EraRecord = { readonly era: Era; readonly letter: string; readonly firstYear: number; readonly firstDay: string }

/** 元号の表。新しい順。改元の日は元号を改める政令による。 */
const eras: readonly EraRecord[] = [
  { era: '令和', letter: 'R', firstYear: 2019, firstDay: '2019-05-01' },
  { era: '平成', letter: 'H', firstYear: 1989, firstDay: '1989-01-08' },
  { era: '昭和', letter: 'S', firstYear: 1926, firstDay: '1926-12-25' },
  { era: '大正', letter: 'T', firstYear: 1912, firstDay: '1912-07-30' },
  { era: '明治', letter: 'M', firstYear: 1868, firstDay: '1868-01-25' },
]

/** 元号の一年。`{ era: '令和', letter: 'R', n: 5 }` */
export type EraYear = { readonly era: Era; readonly letter: string; readonly n: number }

/**
 * 西暦の年に当たる元号の年。改元の年は新しい方（2019 → 令和元年）。年度もこの読みで呼ばれる
 * （平成31年4月に始まる年度は「令和元年度」: 元号を改める政令の施行に伴う各府省の申合せ）。
 * 1868 より前は undefined。`eraYearOf(2023)` → 令和 5
 */
export const eraYearOf = (year: number): EraYear | undefined => named(year, (record) => record.firstYear <= year)

/** 日に当たる元号の年。`eraYearOn('2019-04-30')` → 平成 31 */
export const eraYearOn = (day: string): EraYear | undefined =>
  named(Number(day.slice(0, 4)), (record) => record.firstDay <= day)

const named = (year: number, begun: (record: EraRecord) => boolean): EraYear | undefined => {
  const record = eras.find(begun)
  return record && { era: record.era, letter: record.letter, n: year - record.firstYear + 1 }
}

/**
 * 元号の年の西暦。改元前に作られた計画の「平成36年度」も読めるように、元号の終わりは問わない。
 * 零年はない（undefined）。`yearOfEra('平成', 36)` → 2024
 */
export const yearOfEra = (era: Era, n: number): number | undefined => {
  const record = eras.find((each) => each.era === era)
  return record && n >= 1 ? record.firstYear + n - 1 : undefined
}

/** 略記（R・H・令・平…）から元号へ。知らない字は undefined。 */
export const eraNamed = (word: string): Era | undefined =>
  eras.find(({ era, letter }) => era === word || letter === word || (word.length === 1 && era.startsWith(word)))?.era

/** 二桁の数 n が、西暦 near に最も近くなる元号。「29年度」は 2020 年ごろの図書なら平成。 */
export const eraNearest = (n: number, near: number): Era | undefined =>
  eras
    .slice(0, 3)
    .map(({ era, firstYear }) => ({ era, gap: Math.abs(firstYear + n - 1 - near) }))
    .toSorted((a, b) => a.gap - b.gap)[0]?.era
