import type { InstructionStepName } from '#domain/priority/instruction-flow.ts'
import type { InstructionView } from '#operations/priority/view-instructions.ts'
import { InstructionDue, InstructionMark, numberWords } from '../../components/instructions/instruction-words.tsx'
import { Said } from '../../components/instructions/said.tsx'
import { InstructionSteps, type StepRefused } from '../../components/instructions/step-forms.tsx'
import { Trail } from '../../components/instructions/trail.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

/** 頁の外から来るもの。進めたばかりの一歩と、通らなかった一歩。 */
export type InstructionGivenHere = {
  readonly done?: InstructionStepName | undefined
  readonly refused?: StepRefused | undefined
}

type Props = { frame: Frame; view: InstructionView; given: InstructionGivenHere }

export const instructionPage = (frame: Frame, view: InstructionView, given: InstructionGivenHere = {}): string =>
  String(<InstructionPage frame={frame} view={view} given={given} />)

/** 指示一つ。ことば、どこに付くか、経過、いまできること。 */
const InstructionPage = ({ frame, view, given }: Props) => {
  const { municipality, line } = view
  const { instruction, department } = line
  const { t, to } = frame
  const title = t('instructions.one-title', { number: numberWords(frame, instruction) })
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(
        frame,
        municipality,
        { words: t('instructions.title'), href: to.instructions(municipality.code) },
        { words: title },
      )}
    >
      <h1>{title}</h1>
      {given.done && (
        <p class="flow-done" role="status">
          <Spoken frame={frame} words={t(`instructions.done-${given.done}`, { department })} />
        </p>
      )}
      <p class="instructions-words">
        <Own frame={frame}>{instruction.text}</Own>
      </p>
      <p class="instructions-about">
        <InstructionMark frame={frame} line={line} />
        <InstructionDue frame={frame} line={line} />
        <span>
          <Own frame={frame}>{department}</Own>
        </span>
        <span>{t(`instructions.stage-${instruction.stage}`)}</span>
      </p>
      <Place frame={frame} view={view} />
      <Latest frame={frame} view={view} />
      <Gone frame={frame} view={view} />
      <section aria-labelledby="instruction-do" class="instructions-do">
        <h2 id="instruction-do">{t('instructions.what-to-do')}</h2>
        <InstructionSteps frame={frame} view={view} refused={given.refused} />
      </section>
      <section aria-labelledby="instruction-trail">
        <h2 id="instruction-trail">{t('instructions.trail')}</h2>
        <Trail frame={frame} view={view} />
      </section>
    </Layout>
  )
}

type Shown = Omit<Props, 'given'>

const Place = ({ frame, view: { municipality, line, sheetSeen } }: Shown) => {
  const { place, sheetId } = line.instruction
  const goal = place && frame.t('instructions.place-goal', { number: place.goalNumber, title: place.goalTitle })
  return (
    <p class="instructions-place">
      {goal ? <Spoken frame={frame} words={goal} /> : frame.t('instructions.place-whole')}
      {place?.itemTitle && (
        <>
          {' '}
          <Own frame={frame}>{`${place.itemMark ?? ''}${place.itemTitle}`}</Own>
        </>
      )}
      {sheetId !== null && sheetSeen && (
        <>
          {' '}
          <a href={frame.to.prioritySheet(municipality.code, sheetId)}>{frame.t('instructions.to-sheet')}</a>
        </>
      )}
    </p>
  )
}

/** 次の人が読んで決める、いちばん新しいことば（対応か、再度の求め）。することの前に出す。 */
const Latest = ({ frame, view: { trail } }: Shown) => {
  const last = trail.findLast(({ step, text }) => text !== '' && (step === 'answer' || step === 'ask-again'))
  return last ? <Said frame={frame} said={last} /> : null
}

/** 部局がなくなっていれば、そのことと、次にすること。 */
const Gone = ({ frame, view: { line } }: Shown) => {
  const { heirs, department } = line
  if (heirs === null) return null
  const names = heirs.map(({ name }) => name).join('・')
  return (
    <p class="notice">
      <Spoken
        frame={frame}
        words={
          heirs.length > 0
            ? frame.t('instructions.gone', { department, heirs: names })
            : frame.t('instructions.gone-without-heirs', { department })
        }
      />
    </p>
  )
}
