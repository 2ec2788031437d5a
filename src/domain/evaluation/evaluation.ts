/**
 * 評価の段。担当課 self → 課長・部長 head → 企画課 office → 推進本部 headquarters → 外部の推進会議 committee。
 * あとの段は前の段を見て決める。評価として立つのは、書かれているいちばんあとの段。
 */
export const evaluationStages = ['self', 'head', 'office', 'headquarters', 'committee'] as const
export type EvaluationStage = (typeof evaluationStages)[number]

/** 評価するもの。指標・事業・節（施策・基本目標）。id は版をまたいで続く系統の id。 */
export const subjectKinds = ['indicator', 'project', 'node'] as const
export type SubjectKind = (typeof subjectKinds)[number]
export type Subject = { readonly kind: SubjectKind; readonly id: string }

export const sameSubject = (a: Subject, b: Subject): boolean => a.kind === b.kind && a.id === b.id

/** 今後の方向性（拡充・継続・改善・縮小・統合・休止・廃止・完了）。市が選んで使うので、版の値として持つ。 */
export type FutureDirection = { readonly code: string; readonly label: string; readonly meaning: string }

/**
 * 評価一つ：どの版の、どの年度の実績に、何に、どの段で。
 * `grade` は区分の符号で、null は区分を付けず文だけ。機械の判定と違えるときは `reason` が要る。
 * `points` は点数で決める区分（佐野市・相生市）の、観点ごとの選び。
 */
export type Evaluation = {
  readonly editionId: string
  /** 実績の年度。 */
  readonly year: number
  readonly subject: Subject
  readonly stage: EvaluationStage
  readonly grade: string | null
  readonly reason: string
  /** 評価の文（成果・課題）。 */
  readonly text: string
  /** 今後の方向性の符号。 */
  readonly direction: string | null
  readonly points: Readonly<Record<string, string>> | null
  readonly revision: number
  readonly at: string
  readonly by: string
}

/** 評価の一年。閉じると、その年度の区分は `settled` に凍る（あとで実績が直っても、公表した区分は変わらない）。 */
export type EvaluationYear = {
  readonly editionId: string
  readonly year: number
  readonly status: 'open' | 'closed'
  readonly openedAt: string
  readonly closedAt: string | null
  /** 閉じたときの区分。指標・事業・節の id → 立っていた区分。開いているあいだは null。 */
  readonly settled: Readonly<Record<string, StandingGrade>> | null
  readonly revision: number
}

/** 立っている区分。どの段のものか（mechanical は機械の判定のまま）。 */
export type StandingGrade = {
  readonly code: string
  readonly label: string
  readonly from: EvaluationStage | 'mechanical' | 'printed'
}

/**
 * 何を、どの年度から、どの区分で評価するか。区分を替えるときは新しい年度から置くので、前の年度の評価は変わらない。
 * 年度 Y に働くのは `fromYear` が Y 以前でいちばん新しいもの。
 */
export type EditionScale = {
  readonly id: string
  readonly editionId: string
  readonly subject: SubjectKind
  readonly fromYear: number
  readonly scale: import('./scale.ts').Scale
  readonly revision: number
}

/** 評価ごとの見直しの決まり（大仙市：A 上方修正、B 必要に応じて、C 指標か目標の見直し、D 代替指標）。版の値。 */
export type RevisionPolicy = {
  readonly grade: string
  readonly action: 'raise-target' | 'as-needed' | 'change-indicator' | 'replace-indicator' | 'keep'
  readonly words: string
}
