/**
 * 重点目標の年（締切と、中間報告をするか）、部局の重点目標調書・項目・中間と期末の報告・一歩の記録、市長指示事項とその一歩。
 * 年のほかは、どれも部局のもので、課の壁がある（`own_departments`）。部が変われば部局の id も移る。
 */
export const priority = /* sql */ `
create table priority_year (
  municipality text not null,
  year integer not null,
  interim boolean not null,
  set_by date,
  interim_by date,
  final_by date,
  revision integer not null,
  primary key (municipality, year)
);
alter table priority_year enable row level security;
alter table priority_year force row level security;
create policy own_municipality on priority_year
  using (municipality = current_setting('shirube.municipality', true))
  with check (municipality = current_setting('shirube.municipality', true));

create table priority_sheet (
  municipality text not null,
  id uuid not null,
  department_id uuid not null,
  year integer not null,
  state text not null check (state in
    ('setting', 'proposed', 'confirmed', 'interim-reported', 'interim-heard', 'final-reported', 'closed')),
  returned_reason text,
  revision integer not null,
  last_at timestamptz,
  last_by text,
  primary key (municipality, id),
  unique (municipality, department_id, year),
  unique (municipality, id, department_id),
  foreign key (municipality, department_id) references department (municipality, id)
);

create table sheet_goal (
  municipality text not null,
  id uuid not null,
  sheet_id uuid not null,
  department_id uuid not null,
  ordinal integer not null,
  number text not null,
  title text not null,
  primary key (municipality, id),
  unique (municipality, id, department_id),
  foreign key (municipality, sheet_id, department_id) references priority_sheet (municipality, id, department_id)
    on update cascade on delete cascade
);
create index sheet_goal_of_sheet on sheet_goal (municipality, sheet_id, ordinal);

create table sheet_item (
  municipality text not null,
  id uuid not null,
  goal_id uuid not null,
  department_id uuid not null,
  ordinal integer not null,
  mark text not null,
  title text not null,
  details json not null,
  targets json not null,
  continues uuid,
  primary key (municipality, id),
  unique (municipality, id, department_id),
  foreign key (municipality, goal_id, department_id) references sheet_goal (municipality, id, department_id)
    on update cascade on delete cascade
);
create index sheet_item_of_goal on sheet_item (municipality, goal_id, ordinal);

create table progress_report (
  municipality text not null,
  item_id uuid not null,
  stage text not null check (stage in ('interim', 'final')),
  department_id uuid not null,
  lines json not null,
  figures json not null,
  grade text,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, item_id, stage),
  foreign key (municipality, item_id, department_id) references sheet_item (municipality, id, department_id)
    on update cascade on delete cascade
);

create table priority_sheet_step (
  municipality text not null,
  sheet_id uuid not null,
  number integer not null,
  department_id uuid not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  at timestamptz not null,
  by text not null,
  primary key (municipality, sheet_id, number),
  foreign key (municipality, sheet_id, department_id) references priority_sheet (municipality, id, department_id)
    on update cascade
);

create table mayor_instruction (
  municipality text not null,
  id uuid not null,
  department_id uuid not null,
  year integer not null,
  sheet_id uuid,
  goal_id uuid,
  item_id uuid,
  stage text not null check (stage in ('spring', 'interim', 'final', 'other')),
  number integer not null,
  text text not null,
  due_on date,
  state text not null check (state in ('open', 'answered', 'asked-again', 'accepted', 'withdrawn')),
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, id),
  unique (municipality, id, department_id),
  unique (municipality, year, number),
  foreign key (municipality, department_id) references department (municipality, id)
);
create index mayor_instruction_of_department on mayor_instruction (municipality, department_id, year);

create table mayor_instruction_step (
  municipality text not null,
  instruction_id uuid not null,
  number integer not null,
  department_id uuid not null,
  step text not null check (step in ('answer', 'accept', 'ask-again', 'withdraw', 'hand-over', 'extend')),
  text text not null,
  due_on date,
  from_department uuid,
  at timestamptz not null,
  by text not null,
  primary key (municipality, instruction_id, number),
  foreign key (municipality, instruction_id, department_id) references mayor_instruction (municipality, id, department_id)
    on update cascade,
  foreign key (municipality, from_department) references department (municipality, id)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'priority_sheet', 'sheet_goal', 'sheet_item', 'progress_report', 'priority_sheet_step', 'mayor_instruction',
    'mayor_instruction_step'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
    execute format(
      'create policy own_departments on %I as restrictive using (case'
      || ' when coalesce(current_setting(''shirube.departments'', true), '''') = '''' then true'
      || ' else department_id::text = any (string_to_array(current_setting(''shirube.departments'', true), '','')) end)',
      tenant_table);
  end loop;
end $$;

grant select, insert on priority_year to shirube_app;
grant update (interim, set_by, interim_by, final_by, revision) on priority_year to shirube_app;
grant select, insert, delete on priority_sheet, sheet_goal, sheet_item, progress_report to shirube_app;
grant update (department_id, state, returned_reason, revision, last_at, last_by) on priority_sheet to shirube_app;
grant update (department_id, ordinal, number, title) on sheet_goal to shirube_app;
grant update (department_id, ordinal, mark, title, details, targets, continues, goal_id) on sheet_item to shirube_app;
grant update (department_id, lines, figures, grade, revision, at, by) on progress_report to shirube_app;
grant select, insert on priority_sheet_step, mayor_instruction, mayor_instruction_step to shirube_app;
grant update (department_id) on priority_sheet_step, mayor_instruction_step to shirube_app;
grant update (department_id, text, due_on, state, revision, at, by) on mayor_instruction to shirube_app;
`
