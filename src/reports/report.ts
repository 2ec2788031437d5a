import type { ReportName } from './report-name.ts'

/**
 * 帳票の中身。様式（forms）が版から作り、書き手（writers）が HTML・PDF・Excel・Word にする。
 * 何を書くか（値・ことば・並び・結合・紙）はここに決まっていて、書き手は計算も選びもしない。
 * JSON にできる値だけを持つ。公表した帳票は、この値のまま凍らせて残すため。
 */
export type Report = {
  readonly form: ReportName
  /** 「総合戦略 進捗状況一覧表」。 */
  readonly title: string
  /** 資料番号（「資料１」）。紙の右上に出る。 */
  readonly documentNumber: string | null
  /** 市町村の名と計画の題。PDF・Word・Excel の文書の情報にもなる。 */
  readonly municipality: string
  readonly plan: string
  /** いつ時点の資料か（「令和6年3月末現在」）。書かないなら null。 */
  readonly asOf: string | null
  /** 綴じた順。様式一つなら普通は一つ、個票は一枚に一つ、計画書は表紙から順に。 */
  readonly sections: readonly Section[]
}

/** 紙。一つの章は一つの紙に印刷される。 */
export type Paper = { readonly size: 'A3' | 'A4'; readonly orientation: 'landscape' | 'portrait' }

/**
 * 章。新しい頁から始まる。Excel ではシート一枚、Word では節（セクション）一つになる。
 * `key` は英数字とハイフンだけの名で、帳票の中で一つ（HTML の id、PDF のしおり先）。
 * `name` は短い名（Excel のシート名。31 字を超える分や使えない字の始末は書き手がする）。
 */
export type Section = {
  readonly key: string
  readonly name: string
  readonly paper: Paper
  /** 章の題（頁の上に大きく）。null なら題を出さない（個票の中に題がある等）。 */
  readonly title: string | null
  /** 題の下の小さな行（「（単位：千円）」「対象：基本目標１」）。 */
  readonly lead: readonly string[]
  /** 目次としおりの段。0 なら目次に載らない。 */
  readonly outline: 0 | 1 | 2 | 3
  readonly blocks: readonly Block[]
  /** 章の終わりに置く注（「※1 暫定値」「―：…」）。 */
  readonly notes: readonly ReportNote[]
}

/** 注。`mark` は升目の `marks` と同じ字。null なら印のない一般の注。 */
export type ReportNote = { readonly mark: string | null; readonly text: string }

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** 表紙の大きな題。 */
  | {
      readonly kind: 'cover'
      readonly lines: readonly { readonly text: string; readonly size: 'large' | 'middle' | 'small' }[]
    }
  /** 目次。帳票の章のうち `outline` が 1 以上のものを、頁の番号つきで並べる。頁の番号は書き手が知っている。 */
  | { readonly kind: 'contents'; readonly title: string }

/**
 * 表。見出しの行（二段以上も）は頁ごとに繰り返す。`groups` の一つの中の行は頁をまたいで切らない。
 * 帯（band）は、その下の行が次の頁に続くとき、頁の頭に繰り返す。
 */
export type Table = {
  /** 表の名。画面の読み上げと、題のない章での見出しになる。 */
  readonly caption: string
  /** caption を紙にも出すか。 */
  readonly showCaption: boolean
  readonly columns: readonly Column[]
  readonly header: readonly Row[]
  readonly groups: readonly RowGroup[]
}

/** 列。`width` は他の列との比（1 がおよそ全角一字）。 */
export type Column = {
  /** 英小文字とハイフン。機械の名で、表の中で一つ。 */
  readonly key: string
  readonly width: number
  readonly align: 'start' | 'center' | 'end'
}

/**
 * 切らずに置く行のまとまり。entry は一件（1・2・4 行）、band は帯（基本目標・施策。`level` 1 が上）、
 * subtotal は小計、total は合計。
 */
export type RowGroup =
  | { readonly kind: 'band'; readonly level: 1 | 2 | 3; readonly rows: readonly Row[] }
  | { readonly kind: 'entry' | 'subtotal' | 'total'; readonly rows: readonly Row[] }

/** 行。升目は左から。上や左の升目の広がり（columns・rows）に入る所は置かない（HTML の表と同じ数え方）。 */
export type Row = { readonly cells: readonly Cell[] }

/**
 * 升目。`text` は紙に出る字そのもの（改行は \n）。空の升目は text ''。
 * `number` があれば Excel では数として入り、`text` と同じに見える書式が付く。
 */
export type Cell = {
  readonly text: string
  readonly number?: CellNumber
  /** 広がり。書かなければ 1。 */
  readonly columns?: number
  readonly rows?: number
  readonly align?: 'start' | 'center' | 'end'
  /** 行の見出し（画面の読み上げで th scope=row）。 */
  readonly heading?: boolean
  /** 見た目の役。strong は合計・評価、quiet は控えめ（計算した率など）、alert は目を引く（遅れ）。字でも分かること。 */
  readonly tone?: 'strong' | 'quiet' | 'alert'
  /** 注の印（「※1」）。上付きで `text` の後に出る。 */
  readonly marks?: readonly string[]
  /** 細い列の見出しを縦に書く。 */
  readonly vertical?: boolean
  /** 新旧の違いなど、升目の中の下線を引くところ（字の位置）。 */
  readonly underlined?: readonly { readonly from: number; readonly to: number }[]
}

/** 数。`value` は十進の文字列（△ や区切りなし）。`text` ＝ before + 数 + after と読める。 */
export type CellNumber = {
  readonly value: string
  /** 小数の桁。 */
  readonly places: number
  /** 三桁の区切りを付けるか。 */
  readonly commas: boolean
  readonly before: string
  readonly after: string
  /** 負の数の印（「△」）。 */
  readonly minus: string
}

/**
 * 図。`series` の値は `labels` と同じ数で、null は値なし（線を切る）。
 * 図には必ず同じ値の表が帳票のどこかにある。`summary` は図の言うことを一文で。
 */
export type Chart = {
  readonly title: string
  readonly summary: string
  readonly kind: 'bar' | 'line' | 'stacked'
  readonly unit: string | null
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** 目標の線など、横に引く線。 */
  readonly lines: readonly { readonly name: string; readonly value: number }[]
}
