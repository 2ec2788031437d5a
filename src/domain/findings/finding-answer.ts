/**
 * 突合結果への答え。leave 印刷のまま（わけを書く）、corrected 直した、asked 担当課に尋ねている。
 * `key` は気づきの鍵（`findingKey`）。値が変わって気づきが変われば、鍵も変わる。
 */
export type FindingAnswer = {
  readonly key: string
  readonly answer: 'leave' | 'corrected' | 'asked'
  readonly reason: string
  readonly at: string
  readonly by: string
}
