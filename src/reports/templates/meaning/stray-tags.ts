/** XML の字面の中の、初めの印。なければ undefined。 */
export const strayTag = (xml: string): string | undefined => /[{｛]{2}[^{}｛｝<>]{1,60}[}｝]{2}/.exec(xml)?.[0]
