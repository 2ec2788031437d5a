/** XML に置ける字。改行は LF に、XML に置けない字と対にならないサロゲートは U+FFFD にする。 */
export const xmlText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(unstorable, '\uFFFD')

const unstorable = /(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu
