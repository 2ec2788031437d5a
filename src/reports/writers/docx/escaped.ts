import { xmlText } from '../../xml-text.ts'

/** XML の中の字。属性の中にも置ける。 */
export const escaped = (text: string): string =>
  xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
