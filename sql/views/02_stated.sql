-- What was stated of a noun or decided about it, out of its row: without what follows from where the row stands, what is
-- counted or measured, and what stays as it was first said.
create function stated(name text, "row" jsonb) returns jsonb
language sql immutable
return "row" - '{org_id,id,from_position,to_position,created_position,recorded_at,version}'::text[] - case name
  when 'objectives' then '{key,origin,follow_up_id,activated_at,closed_at,creator_id,withdrawn_because,members,key_results,mentorship_id}'
  when 'key_results' then '{objective_id,key,original,shift,carried_from_id,from_work_item_id,from_request_id,kpi_id,withdrawn_because,withdrawn_as}'
  when 'cycles' then '{started_at,reviewed_at,closed_at,objectives}'
  when 'contributions' then '{current}'
  when 'people' then '{email}'
  else '{}'
end::text[];
