const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** HTML の字に。属性の値にも使える。 */
export const escaped = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter) : text

/** 改行のある字。行の分かれ目は `<br>`。 */
export const broken = (text: string): string => escaped(text).replaceAll('\n', '<br>')

/** 様式（CSS）の中の字。どの字が来ても、様式の外には出られない。`cssText('資料"1"')` → `"資料\22 1\22 "` */
export const cssText = (text: string): string =>
  `"${text.replace(/["\\<>\p{Cc}\u2028\u2029]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`
