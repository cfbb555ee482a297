-- What a command about announcements, recognition and reviews rests on, as far as the actor sees it; nothing for others.
-- A comment leads to the announcement that it is about.
create function talk_now(org_id uuid, actor uuid, said jsonb) returns jsonb
language sql stable
return case when said ?| '{announcement_id,recognition_id,review_id,comment_id,answers_id}' then jsonb_build_object(
  'announcement', (
    select to_jsonb(a) || jsonb_build_object('objective', objective_now(a.org_id, talk_now.actor, a.objective_id))
    from announcement a
    where a.org_id = talk_now.org_id and sees(a.org_id, talk_now.actor, a.objective_id, a.visibility)
      and a.id = coalesce((said ->> 'announcement_id')::uuid, (
        select c.announcement_id from comments c
        where c.org_id = talk_now.org_id
          and c.id = coalesce((said ->> 'comment_id')::uuid, (said ->> 'answers_id')::uuid)
      ))
  ),
  'recognition', (
    select to_jsonb(a) from recognition a
    where a.org_id = talk_now.org_id and sees(a.org_id, talk_now.actor, a.objective_id, a.visibility)
      and a.id = (said ->> 'recognition_id')::uuid
  ),
  'review', (
    select to_jsonb(a) from review a
    where a.org_id = talk_now.org_id and sees(a.org_id, talk_now.actor, a.objective_id, a.visibility)
      and a.id = (said ->> 'review_id')::uuid
  )
) else '{}' end;
