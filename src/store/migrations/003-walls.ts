/**
 * 団体の間の壁。どの表も行の見える範囲（row level security）を強制し、働くのは次の二つの役割だけ。
 * shirube_app はある団体の行だけを読み書きし、shirube_directory は団体の一覧だけを読む。
 * どちらも所有者でも超利用者でもない。監査記録には書き換え・削除の権限を渡さない。
 */
export const walls = /* sql */ `
do $$
declare
  role_name text;
begin
  foreach role_name in array array['shirube_app', 'shirube_directory'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', role_name);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', role_name);
  end loop;
end $$;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'municipality', 'source', 'plan', 'edition', 'edition_source', 'node', 'project', 'project_node', 'indicator',
    'project_indicator', 'figure', 'printed_rate', 'cost', 'priority_goal', 'priority_item', 'instruction',
    'grade_count', 'revision_rule', 'revision_item', 'subtotal', 'legend', 'note', 'audit_entry', 'audit_head'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
  end loop;
  foreach tenant_table in array array[
    'plan', 'edition', 'edition_source', 'node', 'project', 'project_node', 'indicator',
    'project_indicator', 'figure', 'printed_rate', 'cost', 'priority_goal', 'priority_item', 'instruction',
    'grade_count', 'revision_rule', 'revision_item', 'subtotal', 'legend', 'note'
  ] loop
    execute format('grant select, insert, update, delete on %I to shirube_app', tenant_table);
  end loop;
end $$;

grant usage on schema public to shirube_app, shirube_directory;
grant select, insert, update on municipality to shirube_app;
grant select, insert, update (bytes, content, kept_at) on source to shirube_app;
-- 出典は書き換えられない。原本のないものに、あとから原本を足すことだけができる。
create policy only_missing_content on source as restrictive for update to shirube_app
  using (content is null)
  with check (municipality = current_setting('shirube.municipality', true));
grant select, insert on audit_entry to shirube_app;
grant select on audit_head to shirube_app;

create policy directory on municipality for select to shirube_directory using (true);
create policy directory on plan for select to shirube_directory using (true);
grant select (municipality, name, data_version) on municipality to shirube_directory;
grant select (municipality, id) on plan to shirube_directory;
`
