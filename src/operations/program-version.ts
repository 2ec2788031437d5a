import about from '#package.json' with { type: 'json' }

/** この版の番号（package.json の version）。 */
export const programVersion = (): string => about.version
