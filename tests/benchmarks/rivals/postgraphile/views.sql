-- The state as PostGraphile shows it: read-only views whose tags say how they hang together. Who reads stands in
-- settings of the transaction; what is shown of an objective is asked for through the objective.
create schema shown;
set search_path to shown;

create function organization_id() returns uuid
language sql stable
return current_setting('rival.organization')::uuid;

create function viewer_id() returns uuid
language sql stable
return current_setting('rival.viewer')::uuid;

create type metric as (kind text, unit text, baseline numeric, target numeric);

create view progress as
select g.id, g.current, g.value, g.raw
from now.progress g
where g.org_id = organization_id();

create view person as
select h.id, h.name
from now.people h
where h.org_id = organization_id();

create view cycle as
select c.id, c.key
from now.cycles c
where c.org_id = organization_id();

create view objective as
select
  o.id, o.key, o.title, o.description, o.ambition, o.state, o.accountable_person_id, o.cycle_id, o.created_position
from now.objectives o
where o.org_id = organization_id()
  and (o.visibility = 'ORGANIZATION' or now.participates(o.org_id, o.id, viewer_id()));

create view key_result as
select
  k.id, k.key, k.title, k.state, k.objective_id, k.created_position,
  row(k.kind, k.unit, k.baseline, k.target)::metric as metric,
  g.current,
  (
    select c.id from now.check_ins c
    where c.org_id = k.org_id and c.key_result_id = k.id and c.corrected_by_id is null and not c.retracted
    order by c.occurred_on desc, c.place desc limit 1
  ) as last_check_in_id
from now.key_results k
left join now.progress g on g.org_id = k.org_id and g.id = k.id
where k.org_id = organization_id() and k.part_of_id is null;

create view contribution as
select c.id, c.target, c.current, c.key_result_id, c.person_id, c.created_position
from now.contributions c
where c.org_id = organization_id() and not c.released;

create view check_in as
select c.id, c.occurred_on, c.value, c.confidence, c.status, c.note, c.author_id
from now.check_ins c
where c.org_id = organization_id();

comment on view progress is E'@primaryKey id\n@behavior -query:resource:connection';
comment on view person is E'@primaryKey id\n@behavior -query:resource:connection';
comment on view check_in is
  E'@primaryKey id\n@behavior -query:resource:connection\n@foreignKey (author_id) references person (id)|@fieldName author|@behavior -connection';
comment on view cycle is E'@primaryKey id\n@unique key\n@behavior -query:resource:connection';
comment on view objective is
  E'@primaryKey id\n@foreignKey (id) references progress (id)|@fieldName progress|@behavior -connection\n@foreignKey (accountable_person_id) references person (id)|@fieldName accountable|@behavior -connection\n@foreignKey (cycle_id) references cycle (id)|@foreignFieldName objectives';
comment on view key_result is
  E'@primaryKey id\n@behavior -query:resource:connection\n@foreignKey (id) references progress (id)|@fieldName progress|@behavior -connection\n@foreignKey (objective_id) references objective (id)|@foreignFieldName keyResults\n@foreignKey (last_check_in_id) references check_in (id)|@fieldName lastCheckIn|@behavior -connection';
comment on view contribution is
  E'@primaryKey id\n@behavior -query:resource:connection\n@foreignKey (key_result_id) references key_result (id)|@foreignFieldName contributions\n@foreignKey (person_id) references person (id)|@fieldName person|@behavior -connection';
