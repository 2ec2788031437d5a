import type { Child } from 'hono/jsx'

type Props = { labelledby?: string; label?: string; children?: Child }

/** 中で横に送る表の入れ物。キーでも送れるように焦点を受け、名を持つ。見出しの section と重ねないよう、区画（landmark）にはしない。 */
export const Scroll = ({ labelledby, label, children }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: fieldset は入力のまとまりで、表の入れ物ではない
  <div class="scroll" role="group" tabindex={0} aria-labelledby={labelledby} aria-label={label}>
    {children}
  </div>
)
