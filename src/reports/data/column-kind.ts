/**
 * 列の種類。
 * - id Shirube の付けた、版をまたいで変わらない符号。表どうしを結ぶ。
 * - code 符号表にある符号。
 * - name 名（指標名・事業名・図書の名）。固有名詞なので字は書かれたとおり。
 * - word 市のことばで選ばれる語（種別・段の名・担当課・単位）。全角・半角をそろえる。
 * - text 文章の一行。機種依存文字を読みかえる。
 * - raw 図書の升目の字。書かれたとおり。
 * - integer / decimal 数。単位は `unit` が言う。
 * - date 日（2024-03-31）。moment 日時（ISO 8601、UTC）。
 */
export type ColumnKind = 'id' | 'code' | 'name' | 'word' | 'text' | 'raw' | 'integer' | 'decimal' | 'date' | 'moment'
