import { describe, expect, test } from 'vitest'
import { withoutMarkup } from './markup.ts'

describe('升目の中の HTML の断片を外す', () => {
  test.each([
    [
      '<ul style="list-style-type: none"> <li>寄附金額20億円</li> <li>新規事業者5社</li> </ul>',
      ['寄附金額20億円', '新規事業者5社'],
    ],
    ['<p>【実績】</p> <ul> <li>新返礼品426品</li> </ul>', ['【実績】', '新返礼品426品']],
    ['<p>補助金を交付(252千円)した。</p> <p>市内企業に', ['補助金を交付(252千円)した。', '市内企業に']],
    [
      '<table border="1"> <tr> <th>設定指標</th> <th>実績</th> </tr> <tr> <td>利用者数 11,000人</td> <td></td> </tr> </table>',
      ['設定指標\t実績', '利用者数 11,000人\t'],
    ],
    ['中学校パソコン管理事業 <small>(R2)を含む</small>', ['中学校パソコン管理事業 (R2)を含む']],
    ['1回目<br>2回目<br/>3回目', ['1回目', '2回目', '3回目']],
    ['A&amp;B&#12354;&nbsp;', ['A&Bあ']],
    ['断片のない文', ['断片のない文']],
    ['', []],
    ['<ul></ul>', []],
  ])('%s', (text, lines) => {
    expect(withoutMarkup(text)).toEqual(lines)
  })

  test.each(['人口<100人', '目標>実績', '<指標>', 'a<b かつ c>d', '&;', '&#xD800;'])(
    '札でないものは残す: %s',
    (text) => {
      expect(withoutMarkup(text)).toEqual([text])
    },
  )

  test('閉じない札が長く続いても止まる', () => {
    expect(withoutMarkup('<li '.repeat(50_000)).length).toBeLessThanOrEqual(1)
  })
})
