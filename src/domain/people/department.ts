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
