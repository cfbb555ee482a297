-- After a report came, was corrected or retracted: brings the part it was about up to date, then all above it.
create function settle_reports(fact fact, key_result_id uuid, contribution_id uuid) returns void
language plpgsql as $$
begin
  if contribution_id is not null then
    perform revise('contributions', fact, contribution_id, jsonb_build_object(
      'current', (latest_report(fact.org_id, key_result_id, contribution_id)).value
    ));
  end if;
  perform mark_milestones(fact, key_result_id);
  perform revise('key_results', fact, key_result_id);
  perform roll_up(fact, array[key_result_id], '{}');
end $$;
