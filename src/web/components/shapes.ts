// 状態の形。色がなくても見分けられるように、形と語をいつも添える。
// 一度だけ置いて <use> で引く（外の絵を読みに行かない）。
export const shapes = `<svg class="shapes" aria-hidden="true" focusable="false" width="0" height="0">
<symbol id="s-reached" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/><path d="M4.4 8.3l2.5 2.5 4.8-5" fill="none" stroke="#fff" stroke-width="1.8"/></symbol>
<symbol id="s-on-the-way" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"/></symbol>
<symbol id="s-behind" viewBox="0 0 16 16"><path d="M8 14.6L1.2 2.6h13.6z"/></symbol>
<symbol id="s-not-judged" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2.4 2"/></symbol>
<symbol id="s-differs" viewBox="0 0 16 16"><path d="M3 5.2h10M3 10.2h10M11.2 1.8L4.8 14" fill="none" stroke="currentColor" stroke-width="1.7"/></symbol>
<symbol id="s-doubt" viewBox="0 0 16 16"><path d="M8 1l7 7-7 7-7-7z" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6.3 6.4c0-2.2 3.5-2.2 3.5 0 0 1.2-1.7 1.3-1.7 2.7M8 10.6v1.3" fill="none" stroke="currentColor" stroke-width="1.4"/></symbol>
<symbol id="s-up" viewBox="0 0 16 16"><path d="M8 2l5.5 6.5H10V14H6V8.5H2.5z"/></symbol>
<symbol id="s-down" viewBox="0 0 16 16"><path d="M8 14L2.5 7.5H6V2h4v5.5h3.5z"/></symbol>
</svg>`

export type Shape = 'reached' | 'on-the-way' | 'behind' | 'not-judged' | 'differs' | 'doubt' | 'up' | 'down'

/** 形一つの HTML。読み上げは隣の語に任せる。 */
export const shape = (name: Shape): string =>
  `<svg class="s s-${name}" aria-hidden="true" focusable="false"><use href="#s-${name}"></use></svg>`
