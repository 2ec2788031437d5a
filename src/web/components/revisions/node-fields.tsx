import type { PlanNode } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import { Own } from '../own-words.tsx'
import { Before, type EntryProps, type FieldProps, ja } from './entry-field.tsx'
import { fieldWords } from './words.tsx'

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

export const NodeChoice = (props: FieldProps) => {
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
export const NodesChoice = ({ frame, typed, content }: EntryProps) => {
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
