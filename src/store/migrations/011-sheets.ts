/** 届いた回答の Excel。 */
export const sheets = /* sql */ `
select 1;
`
