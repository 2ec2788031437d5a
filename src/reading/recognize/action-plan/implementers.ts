import { fragmentsOf, readable, type Written } from './fragments.ts'

/**
 * 事業主体の升目を主体ごとに分ける。読点、空白、行頭の「・」、`<li>` で切る。
 * 前の名に係るかっこ書き（「伊万里市 (農業振興課)」）と「ほか」は前の名に付けたまま、「(福)」「(一社)」で始まる名は一つの名とする。
 *
 * @example implementersOf(cell('伊万里市 (スポーツ課) 市陸上競技協会')) // → ['伊万里市 (スポーツ課)', '市陸上競技協会']
 */
export const implementersOf = (written: Written): readonly string[] =>
  fragmentsOf(written).flatMap(({ text }) => text.split(/[、，]/u).flatMap(namesIn))

const namesIn = (text: string): readonly string[] => {
  const names: string[] = []
  for (const word of readable(text).match(/\S+/gu) ?? []) {
    const name = word.replace(/^・/u, '')
    const last = names.at(-1)
    if (last !== undefined && belongsToBefore(name)) names[names.length - 1] = `${last} ${name}`
    else if (name !== '') names.push(name)
  }
  return names
}

const belongsToBefore = (word: string): boolean => /^(?:[(（][^()（）]*[)）]|ほか|他|など|等)$/u.test(word)
