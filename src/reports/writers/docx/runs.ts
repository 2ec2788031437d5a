import { type IRunOptions, TextRun } from 'docx'
import { xmlText } from '../../xml-text.ts'

/** 文の字を、改行で折った続きにする。 */
export const runs = (text: string, look: IRunOptions = {}): readonly TextRun[] =>
  xmlText(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }))
