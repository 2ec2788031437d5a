import type { Child } from 'hono/jsx'

type Props = { labelledby?: string; label?: string; children?: Child }

/** 中で横に送る表の入れ物。キーでも送れるように焦点を受け、名を持つ。 */
export const Scroll = ({ labelledby, label, children }: Props) => (
  <section class="scroll" tabindex={0} aria-labelledby={labelledby} aria-label={label}>
    {children}
  </section>
)
