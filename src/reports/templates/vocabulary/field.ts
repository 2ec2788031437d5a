import type { Frames, Items, Scope } from './scope.ts'
import type { TemplateData } from './template-data.ts'
import { none, type Value } from './value.ts'

/** 値の種類。figure は値（書かれたとおり）、count は数えた・計算した数、mark は立っていれば「○」の印。 */
export type FieldKind = 'text' | 'figure' | 'count' | 'year' | 'list' | 'mark'

/** 添えるもの。`{{実績 令和5年度}}` の年度、`{{件数 A}}` の区分、`{{印 SDGs}}` の種類、`{{所見 増減理由}}` の見出し。 */
export type ArgumentKind = 'none' | 'year' | 'grade' | 'tag' | 'heading' | 'goal'

/** 差し込める名一つ。 */
export type Field = {
  readonly name: string
  /** 同じものの、ほかの言い方と英数字の名。 */
  readonly aliases: readonly string[]
  readonly kind: FieldKind
  readonly argument: ArgumentKind
  /** どれかの繰り返しの中で使える。空ならどこでも。 */
  readonly needs: readonly Scope[]
  /** 何が入るか（手引きと「書き方」のシートに出す）。 */
  readonly words: string
  readonly example: string
  readonly read: (frames: Frames, data: TemplateData, argument: string | null) => Value
}

type Described = {
  readonly aliases?: readonly string[]
  readonly kind?: FieldKind
  readonly argument?: ArgumentKind
  readonly words: string
  readonly example: string
}

type ReadOne<S extends Scope> = (item: Items[S], data: TemplateData, argument: string | null, frames: Frames) => Value

/** その種類の繰り返しの中で使う名を定める。 */
export const fieldOf =
  <S extends Scope>(scope: S) =>
  (name: string, described: Described, read: ReadOne<S>): Field => ({
    ...field(name, described, [scope]),
    read: (frames, data, argument) => {
      const item = frames[scope]
      return item === undefined ? none : read(item as Items[S], data, argument, frames)
    },
  })

/** どこでも、または `needs` のどれかの繰り返しの中で使う名を定める。 */
export const fieldAnywhere = (
  name: string,
  described: Described,
  read: Field['read'],
  needs: readonly Scope[] = [],
): Field => ({ ...field(name, described, needs), read })

const field = (name: string, described: Described, needs: readonly Scope[]): Omit<Field, 'read'> => ({
  name,
  aliases: described.aliases ?? [],
  kind: described.kind ?? 'text',
  argument: described.argument ?? 'none',
  needs,
  words: described.words,
  example: described.example,
})
