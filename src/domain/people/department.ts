import { plainText } from '#domain/language/plain-text.ts'

/** 部・課（所管課）。`name` は書かれたとおり、`key` は突き合わせのための字面（空白・全半角の違いを消したもの）。 */
export type Department = { readonly name: string; readonly key: string }

/**
 * 課の名を一つ読む。空欄や横棒は課ではないので undefined。
 * 「商工振興課 農林課」のように並んだ名を分けるのは読み手の仕事。
 * `department('にぎわい交流課 ')` → `{ name: 'にぎわい交流課', key: 'にぎわい交流課' }`
 */
export const department = (text: string): Department | undefined => {
  const name = text.replace(/\s+/g, ' ').trim()
  const key = plainText(name)
  return key === '' || /^-+$/.test(key) ? undefined : { name, key }
}

/** 同じ課か。字間や全角・半角の違いは問わないが、「課」の有無は別の名とする。 */
export const sameDepartment = (a: Department, b: Department): boolean => a.key === b.key

/**
 * 名のよく似た課か。同じ課の書き違いや改組の前後かもしれないので、人に確かめてもらう。終わりの「課」「室」などを除いた名が、
 * 同じか、一方が他方を含むか、三字以上で一字だけ違うもの。
 * `similarDepartments(農林課, 農林水産課)` → true、`similarDepartments(建設課, 建築課)` → false
 */
export const similarDepartments = (a: Department, b: Department): boolean => {
  if (a.key === b.key) return false
  const [one, other] = [stemOf(a), stemOf(b)]
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 2) return false
  return long.includes(short) || (short.length >= 3 && differsByOne(short, long))
}

const stemOf = ({ key }: Department): string => key.replace(/[課室部局係所]$/, '')

/** 一字を入れ替えるか、一字を足すと同じになるか。`short` は `long` より長くない。 */
const differsByOne = (short: string, long: string): boolean => {
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  return short.length === long.length
    ? short.slice(at + 1) === long.slice(at + 1)
    : short.slice(at) === long.slice(at + 1)
}
