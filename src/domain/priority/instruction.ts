/**
 * 市長指示事項の状態。open 対応待ち → answered 対応を報告した → accepted 了とした。
 * asked-again は、報告を見てもう一度求めたもの（対応待ちに戻る）。withdrawn は取り消した指示。
 */
export const instructionStates = ['open', 'answered', 'asked-again', 'accepted', 'withdrawn'] as const
export type InstructionState = (typeof instructionStates)[number]
export const isInstructionState = (text: string): text is InstructionState =>
  (instructionStates as readonly string[]).includes(text)

/** どのときの指示か。spring 設定、interim 中間、final 期末、other ほか。 */
export const instructionStages = ['spring', 'interim', 'final', 'other'] as const
export type InstructionStage = (typeof instructionStages)[number]
export const isInstructionStage = (text: string): text is InstructionStage =>
  (instructionStages as readonly string[]).includes(text)

/** 市長指示事項。調書・目標・項目のどれに付くか（部局だけのこともある）、だれがいつまでに。 */
export type Instruction = {
  readonly id: string
  readonly departmentId: string
  readonly year: number
  readonly sheetId: string | null
  readonly goalId: string | null
  readonly itemId: string | null
  readonly stage: InstructionStage
  readonly number: number
  readonly text: string
  readonly dueOn: string | null
  readonly state: InstructionState
  readonly revision: number
  readonly at: string
  readonly by: string
}

/** 指示への一歩。answer 対応の報告、accept 了とした、ask-again もう一度、withdraw 取消し、hand-over 別の部局へ、extend 期限の変更。 */
export type InstructionStep = {
  readonly instructionId: string
  readonly number: number
  readonly step: 'answer' | 'accept' | 'ask-again' | 'withdraw' | 'hand-over' | 'extend'
  readonly text: string
  /** この一歩で改めた期限（extend・ask-again）。改めなければ null。 */
  readonly dueOn: string | null
  /** この一歩まで受け持っていた部局（hand-over だけ）。 */
  readonly fromDepartmentId: string | null
  readonly at: string
  readonly by: string
}

/** 指示の付いた目標と項目の、いまの題。調書から消えたか、ほかの部局のものなら null。 */
export type InstructionPlace = {
  readonly goalNumber: string
  readonly goalTitle: string
  readonly itemMark: string | null
  readonly itemTitle: string | null
}

/** 置かれた指示と、それがどの目標のものか。 */
export type PlacedInstruction = Instruction & { readonly place: InstructionPlace | null }
