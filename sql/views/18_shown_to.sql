-- Who may see what was recorded of an objective at a position: those who take part where it is private, or was then.
create function shown_to(org_id uuid, objective_id uuid, visibility text, at bigint) returns text
language sql stable
return case
  when 'PRIVATE' in (visibility, visibility_at(org_id, objective_id, at)) then 'PRIVATE' else 'ORGANIZATION'
end;
