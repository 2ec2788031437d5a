/** 取り込んだ記録の、新しい・変わった・なくなった行の数。一覧が、変わったところの全部（数 MB）を読まずに言えるように置く。 */
export const adoptionCounts = /* sql */ `
alter table adoption add column counts json;
update adoption a set counts = (
  select json_build_object(
    'new', count(*) filter (where c->>'change' = 'new'),
    'changed', count(*) filter (where c->>'change' = 'changed'),
    'gone', count(*) filter (where c->>'change' = 'gone'))
  from json_array_elements(a.changes) c);
alter table adoption alter column counts set not null;
`
