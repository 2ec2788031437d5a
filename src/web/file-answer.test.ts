import { expect, test } from 'vitest'
import { disposition } from './file-answer.ts'

test('日本語のファイル名は、そのまま落とせる形で渡す', () => {
  const header = disposition('attachment', "小千谷市_進捗状況一覧表(案)'1'.pdf")
  expect(header).toBe(
    'attachment; filename="report.pdf"; filename*=UTF-8\'\'%E5%B0%8F%E5%8D%83%E8%B0%B7%E5%B8%82_%E9%80%B2%E6%8D%97%E7%8A%B6%E6%B3%81%E4%B8%80%E8%A6%A7%E8%A1%A8%28%E6%A1%88%29%271%27.pdf',
  )
})

test('ファイル名の字で、応答の頭が壊れない', () => {
  expect(disposition('inline', 'a\r\nSet-Cookie: x="1"\ud800.html')).toMatch(/^[\x20-\x7e]+$/)
})
