-- What a command about links rests on: the link, whether it would close a circle, whether it is there already.
create function linked_now(org_id uuid, objective_id uuid, to_objective_id uuid, said jsonb) returns jsonb
language sql stable
begin atomic
  with recursive follows (id) as (
    select linked_now.to_objective_id
    union
    select l.to_objective_id
    from follows f
    join links l on l.org_id = linked_now.org_id and l.objective_id = f.id and l.kind = 'FOLLOWS'
  )
  select jsonb_build_object(
    'link', (
      select to_jsonb(l) from links l
      where l.org_id = linked_now.org_id and l.id = (said ->> 'link_id')::uuid
    ),
    'target_follows_objective', exists (select from follows f where f.id = linked_now.objective_id),
    'linked_already', exists (
      select from links l
      where l.org_id = linked_now.org_id and l.objective_id = linked_now.objective_id
        and l.to_objective_id = linked_now.to_objective_id and l.kind = said ->> 'kind'
    )
  );
end;
