import type { Paper } from '../../report.ts'

/** 計画書の表紙・目次・概要の紙。 */
export const bookPaper: Paper = { size: 'A4', orientation: 'portrait' }
