-- What a command about the mission, the vision or a theme rests on; nothing for other commands.
create function aspiration_now(org_id uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| '{aspiration_id,to_aspiration_id,link_id}' then jsonb_build_object(
  'aspiration', (
    select to_jsonb(d) from aspirations d
    where d.org_id = aspiration_now.org_id and d.id = (said ->> 'aspiration_id')::uuid
  ),
  'to_aspiration', (
    select to_jsonb(d) from aspirations d
    where d.org_id = aspiration_now.org_id and d.id = coalesce(
      (said ->> 'to_aspiration_id')::uuid,
      (
        select l.to_aspiration_id from links l
        where l.org_id = aspiration_now.org_id and l.id = (said ->> 'link_id')::uuid
      )
    )
  )
) else '{}' end;
