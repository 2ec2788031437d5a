import { type EntryProps, Line, Text, Ticked } from './entry-field.tsx'
import { Accumulated, Baseline, Targets, Years } from './figure-fields.tsx'
import { NodeChoice, NodesChoice } from './node-fields.tsx'

/** 一件の欄。もとの版の値を、欄のそばに示す。 */
export const EntryFields = (props: EntryProps) => {
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

const IndicatorFields = (props: EntryProps) => (
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

const ProjectFields = (props: EntryProps) => (
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
