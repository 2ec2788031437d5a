import { type IRunOptions, TextRun } from 'docx'
import { storedText } from './stored-text.ts'

/** 文の字を、改行で折った続きにする。 */
export const runs = (text: string, look: IRunOptions = {}): readonly TextRun[] =>
  storedText(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }))
