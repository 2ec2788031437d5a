import type { TableKey } from '#domain/review/correction.ts'
import type { Line } from '../../document.ts'

/** 表の鍵。`指標!7`、文章なら `L48`。横に並ぶ二つ目からは、初めの列も添える。 */
export const tableKey = (line: Line, from: number | null = null): TableKey => {
  const { place } = line
  const cell = from === null ? undefined : line.cells[from]?.place
  if ('sheet' in place) {
    const column = cell && 'cell' in cell ? cell.cell.replace(/\d+$/, '') : ''
    return `${place.sheet}!${column}${line.number}`
  }
  return `L${line.number}${from === null ? '' : `C${from + 1}`}`
}
