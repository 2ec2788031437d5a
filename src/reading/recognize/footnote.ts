import type { Line } from '../document.ts'
import { onlyCell } from './headings.ts'

/** 表に付いた注の行（「※ 評価は…」「（注）…」）。升目一つの行だけを注とみる。 */
export const isFootnote = (line: Line): boolean =>
  /^[\s　]*(?:※|[(（]注[0-9０-９]*[)）])/u.test(onlyCell(line)?.text ?? '')
