import type { PlanContent, PlanNode } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { RevisableKind } from '#domain/revision/revisable.ts'
import { fieldOfInput, type Typed } from '#domain/revision/typed-entry.ts'
import type { Frame, WebCode } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { FieldProblem, type Refusal, wrong } from './refused.tsx'
import { fieldWords } from './words.tsx'

type Props = {
  frame: Frame
  on: RevisableKind
  /** 欄に入っている字。 */
  typed: Typed
  /** もとの版の字。新しく入れるものでは null。 */
  original: Typed | null
  content: PlanContent
  refusal: Refusal | undefined
  subjectId: string | null
}

/** 一件の欄。もとの版の値を、欄のそばに示す。 */
export const EntryFields = (props: Props) => {
  const { on } = props
  if (on === 'node')
    return (
      <>
        <Line {...props} name="level" />
        <Line {...props} name="number" narrow />
        <Line {...props} name="title" />
        <Text {...props} name="text" rows={8} />
        <NodeChoice {...props} name="parent" />
      </>
    )
  return on === 'indicator' ? <IndicatorFields {...props} /> : <ProjectFields {...props} />
}

const IndicatorFields = (props: Props) => (
  <>
    <Line {...props} name="name" />
    <Targets {...props} />
    <Baseline {...props} />
    <Line {...props} name="unit" narrow />
    <Line {...props} name="class" narrow />
    <Line {...props} name="measured" />
    <Accumulated {...props} />
    <NodeChoice {...props} name="node" />
    <Text {...props} name="departments" rows={2} hint="revisions.one-a-line" />
    <Text {...props} name="remarks" rows={3} />
  </>
)

const ProjectFields = (props: Props) => (
  <>
    <Line {...props} name="number" narrow />
    <Line {...props} name="name" />
    <Line {...props} name="subName" />
    <Text {...props} name="content" rows={6} />
    <NodesChoice {...props} />
    <Text {...props} name="implementers" rows={2} hint="revisions.one-a-line" />
    <Years {...props} field="period" names={['period.from', 'period.to']} />
    <Ticked {...props} name="priority" />
    <Text {...props} name="tags" rows={3} hint="revisions.tags-hint" />
  </>
)

type FieldProps = Props & { name: string }

/** もとの版の値。直していなければ示さない（欄と同じなので）。 */
const Before = ({ frame, typed, original, name, words }: FieldProps & { words?: string }) => {
  if (original === null || (original[name] ?? '') === (typed[name] ?? '')) return null
  const before = words ?? original[name] ?? ''
  return (
    <p class="rev-before">
      <b>{frame.t('revisions.before')}</b>{' '}
      {before === '' ? (
        <span class="rev-none">{frame.t('revisions.none')}</span>
      ) : (
        <span class="rev-value">
          <Own frame={frame}>{before}</Own>
        </span>
      )}
    </p>
  )
}

const ja = (frame: Frame) => (frame.lang === 'ja' ? undefined : 'ja')

const Line = (props: FieldProps & { narrow?: boolean }) => {
  const { frame, name, typed, refusal, narrow } = props
  return (
    <div class="field rev-field">
      <label for={`f-${name}`}>{fieldWords(frame, fieldOfInput(name))}</label>
      <FieldProblem frame={frame} refusal={refusal} field={name} />
      <input
        id={`f-${name}`}
        name={name}
        value={typed[name] ?? ''}
        maxlength={400}
        autocomplete="off"
        class={narrow ? 'rev-narrow' : undefined}
        lang={ja(frame)}
        {...wrong(refusal, name)}
      />
      <Before {...props} />
    </div>
  )
}

const Text = (props: FieldProps & { rows: number; hint?: WebCode }) => {
  const { frame, name, typed, rows, hint } = props
  return (
    <div class="field rev-field">
      <label for={`f-${name}`}>{fieldWords(frame, name)}</label>
      {hint && (
        <p class="hint" id={`h-${name}`}>
          {frame.t(hint)}
        </p>
      )}
      <textarea
        id={`f-${name}`}
        name={name}
        rows={rows}
        class={rows < 4 ? 'rev-short' : undefined}
        lang={ja(frame)}
        aria-describedby={hint ? `h-${name}` : undefined}
      >
        {typed[name] ?? ''}
      </textarea>
      <Before {...props} />
    </div>
  )
}

/** 目標：年度と値の行。値を消せば、その行はなくなる。 */
const Targets = (props: Props) => {
  const { frame, typed, original, refusal } = props
  const rows = Object.keys(typed).flatMap((name) => {
    const [field, at, part] = name.split('.')
    return field === 'targets' && part === 'raw' ? [Number(at)] : []
  })
  return (
    <fieldset class="rev-field" id="f-targets">
      <legend>{fieldWords(frame, 'targets')}</legend>
      <p class="hint">{frame.t('revisions.targets-hint')}</p>
      <FieldProblem frame={frame} refusal={refusal} field="targets" />
      {rows
        .toSorted((a, b) => a - b)
        .map((at) => (
          <Figure {...props} names={[`targets.${at}.year`, `targets.${at}.raw`]} field="targets" at={at + 1} />
        ))}
      {original && changed(typed, original, 'targets') && (
        <p class="rev-before">
          <b>{frame.t('revisions.before')}</b>{' '}
          <span class="rev-value">
            <Own frame={frame}>{figureLines(original)}</Own>
          </span>
        </p>
      )}
    </fieldset>
  )
}

const Baseline = (props: Props) => {
  const { frame, typed, original, refusal } = props
  return (
    <fieldset class="rev-field" id="f-baseline">
      <legend>{fieldWords(frame, 'baseline')}</legend>
      <FieldProblem frame={frame} refusal={refusal} field="baseline" />
      <Figure {...props} names={['baseline.year', 'baseline.raw']} field="baseline" at={0} />
      {original && changed(typed, original, 'baseline') && (
        <p class="rev-before">
          <b>{frame.t('revisions.before')}</b>{' '}
          <Own frame={frame}>
            {original['baseline.year']} {original['baseline.raw']}
          </Own>
        </p>
      )}
    </fieldset>
  )
}

const changed = (typed: Typed, original: Typed, field: string): boolean =>
  Object.keys({ ...original, ...typed }).some(
    (name) => fieldOfInput(name) === field && (typed[name] ?? '') !== (original[name] ?? ''),
  )

const figureLines = (typed: Typed): string =>
  Object.keys(typed)
    .filter((name) => /^targets\.\d+\.raw$/.test(name) && typed[name] !== '')
    .map((name) => `${typed[name.replace('raw', 'year')] ?? ''} ${typed[name]}`.trim())
    .join('\n')

type FigureProps = Props & { names: readonly [string, string]; field: string; at: number }

/** 年度と値の一組。 */
const Figure = ({ frame, typed, names: [year, value], field, at, refusal }: FigureProps) => (
  <span class="rev-figure">
    <input
      name={year}
      value={typed[year] ?? ''}
      aria-label={`${fieldWords(frame, field)} ${at > 0 ? at : ''} ${frame.t('revisions.year')}`}
      placeholder={frame.t('revisions.year')}
      size={9}
      maxlength={20}
      autocomplete="off"
      lang={ja(frame)}
    />
    <input
      name={value}
      value={typed[value] ?? ''}
      aria-label={`${fieldWords(frame, field)} ${at > 0 ? at : ''} ${frame.t('revisions.value')}`}
      placeholder={frame.t('revisions.value')}
      size={16}
      maxlength={200}
      autocomplete="off"
      lang={ja(frame)}
      {...wrong(refusal, field)}
    />
  </span>
)

const kinds = ['unstated', 'single-year', 'cumulative', 'level', 'period-total'] as const

const Accumulated = (props: Props) => {
  const { frame, typed, original, refusal } = props
  const words = (kind: string) => frame.t(`revisions.accumulation-${kinds.find((each) => each === kind) ?? 'unstated'}`)
  return (
    <div class="field rev-field">
      <label for="f-accumulation">{fieldWords(frame, 'accumulation')}</label>
      <FieldProblem frame={frame} refusal={refusal} field="accumulation" />
      <span class="rev-figure">
        <select id="f-accumulation" name="accumulation.kind" {...wrong(refusal, 'accumulation')}>
          {kinds.map((kind) => (
            <option value={kind} selected={typed['accumulation.kind'] === kind}>
              {words(kind)}
            </option>
          ))}
        </select>
        <input
          name="accumulation.since"
          value={typed['accumulation.since'] ?? ''}
          aria-label={frame.t('revisions.since')}
          placeholder={frame.t('revisions.since')}
          size={10}
          maxlength={20}
          autocomplete="off"
        />
      </span>
      {original && (
        <Before
          {...props}
          name="accumulation.kind"
          words={`${words(original['accumulation.kind'] ?? '')} ${original['accumulation.since'] ?? ''}`.trim()}
        />
      )}
    </div>
  )
}

/** 節を、木の順に字下げして。 */
const nodesInOrder = (nodes: readonly PlanNode[]): readonly { readonly node: PlanNode; readonly depth: number }[] => {
  const below = Map.groupBy(nodes, ({ parent }) => parent)
  const walk = (parent: string | null, depth: number): readonly { node: PlanNode; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((node) => [{ node, depth }, ...walk(node.id, depth + 1)])
  return walk(null, 0)
}

/** 節の下に入れられるか（自分と、自分の下には入れない）。 */
const under = (nodes: readonly PlanNode[], id: string | null): ReadonlySet<string> => {
  const found = new Set<string>(id === null ? [] : [id])
  for (const { node } of nodesInOrder(nodes)) if (node.parent !== null && found.has(node.parent)) found.add(node.id)
  return found
}

const NodeChoice = (props: FieldProps) => {
  const { frame, name, typed, original, content, on, subjectId } = props
  const closed = on === 'node' ? under(content.nodes, subjectId) : new Set<string>()
  const words = (id: string) => {
    const node = content.nodes.find((each) => each.id === id)
    return node ? nodeInWords(node) : ''
  }
  return (
    <div class="field rev-field">
      <label for={`f-${name}`}>{fieldWords(frame, name)}</label>
      <select id={`f-${name}`} name={name} lang={ja(frame)}>
        <option value="">{frame.t('revisions.no-section')}</option>
        {nodesInOrder(content.nodes)
          .filter(({ node }) => !closed.has(node.id))
          .map(({ node, depth }) => (
            <option value={node.id} selected={typed[name] === node.id}>
              {'　'.repeat(depth)}
              {nodeInWords(node)}
            </option>
          ))}
      </select>
      {original && <Before {...props} words={words(original[name] ?? '')} />}
    </div>
  )
}

/** 事業の属する節。いくつでも。 */
const NodesChoice = ({ frame, typed, content }: Props) => {
  const chosen = new Set((typed.nodes ?? '').split('\n'))
  return (
    <fieldset class="rev-field rev-nodes">
      <legend>{fieldWords(frame, 'nodes')}</legend>
      <input type="hidden" name="nodes" value="" />
      {nodesInOrder(content.nodes).map(({ node, depth }) => (
        <label style={`padding-inline-start: ${depth}em`}>
          <input type="checkbox" name="nodes" value={node.id} checked={chosen.has(node.id)} />
          <Own frame={frame}>{nodeInWords(node)}</Own>
        </label>
      ))}
    </fieldset>
  )
}

const Years = (props: Props & { field: string; names: readonly [string, string] }) => {
  const { frame, typed, original, field, names, refusal } = props
  return (
    <fieldset class="rev-field" id={`f-${field}`}>
      <legend>{fieldWords(frame, field)}</legend>
      <FieldProblem frame={frame} refusal={refusal} field={field} />
      <span class="rev-figure">
        {names.map((name, at) => (
          <input
            name={name}
            value={typed[name] ?? ''}
            aria-label={frame.t(at === 0 ? 'revisions.first-year' : 'revisions.last-year')}
            placeholder={frame.t(at === 0 ? 'revisions.first-year' : 'revisions.last-year')}
            size={10}
            maxlength={20}
            autocomplete="off"
            {...wrong(refusal, field)}
          />
        ))}
      </span>
      {original && changed(typed, original, field) && (
        <p class="rev-before">
          <b>{frame.t('revisions.before')}</b> <Own frame={frame}>{names.map((name) => original[name]).join('～')}</Own>
        </p>
      )}
    </fieldset>
  )
}

const Ticked = ({ frame, name, typed }: FieldProps) => (
  <div class="field rev-field">
    <input type="hidden" name={name} value="" />
    <label>
      <input type="checkbox" name={name} value="yes" checked={typed[name] === 'yes'} /> {fieldWords(frame, name)}
    </label>
  </div>
)
