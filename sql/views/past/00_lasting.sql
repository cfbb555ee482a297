-- Columns that say where a noun belongs, and stay as they were first said. Of the tables named here every row has a
-- version that holds now: their past is found through the present, whose indexes lead there by these columns.
create function lasting() returns table (name name, columns name[])
language sql immutable
begin atomic
  values
    ('answers'::name, '{review_id}'::name[]),
    ('announcements', '{cycle_id,team_id,objective_id}'),
    ('attestations', '{objective_id,key_result_id,announcement_id,request_id}'),
    ('aspirations', '{}'),
    ('capacities', '{team_id,cycle_id}'),
    ('cases', '{objective_id,key_result_id,team_id,of_team_id,of_cycle_id}'),
    ('check_ins', '{key_result_id,occurred_on,place}'),
    ('comments', '{objective_id,key_result_id,check_in_id,announcement_id,answers_id}'),
    ('contributions', '{key_result_id,person_id}'),
    ('cycles', '{}'),
    ('evidence', '{key_result_id,check_in_id}'),
    ('follow_ups', '{review_id}'),
    ('meetings', '{objective_id,key_result_id,team_id,of_cycle_id,mentorship_id}'),
    ('key_result_revisions', '{key_result_id}'),
    ('kpi_values', '{kpi_id,occurred_on,place}'),
    ('kpis', '{}'),
    ('key_results', '{objective_id,from_work_item_id,from_request_id}'),
    ('mentoring_entries', '{mentorship_id,meeting_id,key_result_id,of_person_id,author_id}'),
    ('mentorships', '{mentor_id,mentee_id}'),
    ('objective_revisions', '{objective_id}'),
    ('objectives', '{cycle_id,follow_up_id}'),
    ('obstacles', '{key_result_id,check_in_id}'),
    ('offers', '{request_id}'),
    ('people', '{}'),
    ('progress', '{}'),
    ('recognitions', '{objective_id,key_result_id,person_id,team_id,review_id}'),
    ('requests', '{objective_id,key_result_id,asked_by_id}'),
    ('score_exports', '{person_id,cycle_id}'),
    ('review_decisions', '{review_id,work_item_id}'),
    ('reviews', '{objective_id,team_id,cycle_id,work_item_id,meeting_id}'),
    ('sign_offs', '{objective_id}'),
    ('steps', '{case_id,meeting_id}'),
    ('teams', '{}'),
    ('work_items', '{objective_id,key_result_id,within_id,from_key_result_id}');
end;
