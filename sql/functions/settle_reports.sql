-- After a report came, was corrected or retracted: brings the part it was about up to date, then all above it.
create function settle_reports(fact fact, key_result key_results, contribution_id uuid) returns void
language plpgsql as $$
begin
  if contribution_id is not null then
    perform settle_part(fact, key_result, contribution_id);
  end if;
  perform mark_milestones(fact, key_result.id);
  perform revise('key_results', fact, key_result.id);
  perform roll_up(fact, array[key_result.id], '{}');
end $$;
