import type { FieldKind } from './field.ts'
import type { Style } from './value.ts'

/** 書き方一つ。`{{目標値|カンマ|空白}}` の縦棒の後に書く。 */
export type Format = {
  readonly name: string
  readonly aliases: readonly string[]
  /** どの種類の値に使えるか。空ならどれにでも。 */
  readonly fits: readonly FieldKind[]
  readonly words: string
  readonly apply: (style: Style) => Style
}

const numeric: readonly FieldKind[] = ['figure', 'count']

const format = (
  name: string,
  aliases: readonly string[],
  fits: readonly FieldKind[],
  words: string,
  change: Partial<Style>,
): Format => ({ name, aliases, fits, words, apply: (style) => ({ ...style, ...change }) })

/** 書き方のすべて。これより多くはしない（計算も、色も、式もない）。 */
export const formats: readonly Format[] = [
  format('カンマ', ['comma'], numeric, '三桁ごとに「,」で区切ります（書かないときと同じ）。', { commas: true }),
  format('カンマなし', ['plain'], numeric, '三桁ごとの区切りを付けません。', { commas: false }),
  format('単位なし', ['nounit'], numeric, '単位を書きません。「約」「以上」「暫定値」は残ります。', {
    unit: 'without',
  }),
  format('%', ['percent'], numeric, '単位のない数に「％」を付けます。数は 100 倍しません。', { unit: 'percent' }),
  format('小数0', ['整数'], numeric, '小数第一位を四捨五入して整数にします。', { places: 0 }),
  format('小数1', [], numeric, '小数第一位まで（四捨五入）。', { places: 1 }),
  format('小数2', [], numeric, '小数第二位まで（四捨五入）。', { places: 2 }),
  format('和暦', ['era'], ['year'], '令和5年度のように書きます。', { year: 'era' }),
  format('西暦', ['western'], ['year'], '2023年度のように書きます。', { year: 'western' }),
  format('併記', ['both'], ['year'], '令和5年度（2023年度）のように書きます。', { year: 'both' }),
  format('略記', ['short'], ['year'], 'R5 のように書きます。', { year: 'short' }),
  format('改行', ['lines'], ['list'], '一つごとに改行します。', { between: '\n' }),
  format('中点', ['dots'], ['list'], '「・」でつなぎます（書かなければ「、」）。', { between: '・' }),
  format('空白', ['blank'], [], '値がなければ、何も書きません。', { none: '' }),
  format('横線', ['dash', '―', '-'], [], '値がなければ「―」と書きます（書かないときと同じ）。', { none: '―' }),
]
