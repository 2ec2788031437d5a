/**
 * 全角の英数字・記号と空白を半角にする。一文字を一文字に替えるだけなので、位置（UTF-16）は変わらない。
 * 丸数字や「㎡」「²」は数字にしない（NFKC では「①」が「1」になり、無い数が生まれる）。
 * `halfWidth('１，２０９　件')` → `'1,209 件'`
 */
export const halfWidth = (text: string): string => text.replace(/[！-～]|[^\S ]|\u200b/g, narrow)

const narrow = (char: string): string =>
  char >= '！' && char <= '～' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : ' '
