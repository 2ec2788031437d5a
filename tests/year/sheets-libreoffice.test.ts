import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemInWords, type Result } from '#domain/problem.ts'
import { responseSheetFile } from '#operations/collection/response-sheet.ts'
import { sheetReview } from '#operations/collection/sheet-review.ts'
import { receiveSheet } from '#operations/collection/sheet-upload.ts'
import { aYear, type Year } from './a-year.ts'

const run = promisify(execFile)

/** LibreOffice があるか。なければ、飛ばす。 */
const isThere = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

/**
 * 用紙を、職員と同じように LibreOffice で開き、升目に打って、xlsx のまま保存する（Basic のマクロで。ほかに何も要らない）。
 * 保護のかかった升目には打たず、その番地を返す。
 * 「文字列」の升目に打ったものは、画面で打ったのと同じに、字のまま入れる。
 */
const filledInLibreOffice = async (
  folder: string,
  bytes: Uint8Array,
  typed: Readonly<Record<string, string>>,
): Promise<{ readonly bytes: Uint8Array; readonly refused: readonly string[] }> => {
  const path = (name: string) => join(folder, name)
  const profile = `-env:UserInstallation=${pathToFileURL(path('profile'))}`
  await writeFile(path('sheet.xlsx'), bytes)
  // マクロの置き場は、LibreOffice が初めの起動で作る。
  await run('soffice', [profile, '--headless', '--norestore', '--terminate_after_init'], { timeout: 120_000 })
  await writeFile(
    path('profile/user/basic/Standard/Module1.xba'),
    moduleOf(macro(path('sheet.xlsx'), path('filled.xlsx'), path('refused.txt'), typed)),
  )
  await run('soffice', [profile, '--headless', '--norestore', 'macro:///Standard.Module1.Main'], { timeout: 120_000 })
  const refused = (await readFile(path('refused.txt'), 'utf8')).split(/\r?\n/).filter((line) => line !== '')
  return { bytes: new Uint8Array(await readFile(path('filled.xlsx'))), refused }
}

const macro = (from: string, to: string, refused: string, typed: Readonly<Record<string, string>>): string => `
Sub Main
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = "Hidden" : opened(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL("${from}"), "_blank", 0, opened())
  sheet = book.Sheets.getByIndex(1)
  Open "${refused}" For Output As #1
${Object.entries(typed)
  .map(([address, text]) => `  TypeIn(book, sheet, "${address}", "${text.replaceAll('"', '""')}")`)
  .join('\n')}
  Close #1
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL("${to}"), saved())
  book.close(True)
  StarDesktop.terminate()
End Sub
Sub TypeIn(book, sheet, address, text)
  cell = sheet.getCellRangeByName(address)
  If sheet.isProtected() And cell.CellProtection.IsLocked Then
    Print #1, address
  ElseIf book.NumberFormats.getByKey(cell.NumberFormat).FormatString = "@" Then
    cell.String = text
  Else
    cell.setFormula(text)
  End If
End Sub`

const moduleOf = (source: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</script:module>`

let year: Year
let folder: string
beforeAll(async () => {
  if (!isThere) return
  year = await aYear({ sections: 1, indicators: 4 })
  folder = await mkdtemp(join(tmpdir(), 'shirube-libreoffice-'))
})
afterAll(async () => {
  await year?.app.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

test.skipIf(!isThere)('LibreOffice で記入し保存した用紙が、打ったとおりに読める（なければ飛ばす）', async () => {
  const [section] = year.sections
  if (!section) throw new Error('a section was expected')
  const responseId = section.responseId ?? ''
  const sheet = value(await responseSheetFile(year.app, section.clerk, year.code, responseId))
  const typed = {
    G4: '26',
    G5: '=1300+90',
    H6: '未公表',
    I6: '2026-12',
    G7: '61.5',
    K7: '=HYPERLINK("http://example.com")',
    L4: '創業塾を続ける',
    C4: '人',
  }
  const { bytes, refused } = await filledInLibreOffice(folder, sheet.bytes, typed)
  // 変えられない欄には、打てない。
  expect(refused).toEqual(['C4'])
  const kept = value(
    await receiveSheet(year.app, section.clerk, year.code, { responseId }, { name: '記入.xlsx', bytes }),
  )
  const review = value(await sheetReview(year.app, section.clerk, year.code, kept.id))
  expect(review.tag).toBe('good')
  expect(review.altered).toEqual([])
  expect(review.unreadable).toEqual([])
  expect(review.differences.map(({ cell, why, formula }) => [cell, why, formula])).toEqual([
    ['G4', 'change', false],
    ['L4', 'change', false],
    ['G5', 'change', true],
    ['H6', 'change', false],
    ['G7', 'change', false],
    ['K7', 'change', false],
  ])
  const of = (at: string) => review.differences.find(({ cell }) => cell === at)?.value
  expect(of('G5')).toMatchObject({ raw: '1390' })
  expect(of('H6')).toMatchObject({ absence: 'not-published', expected: '2026-12' })
  expect(of('K7')).toEqual({ kind: 'text', text: '=HYPERLINK("http://example.com")' })
})
