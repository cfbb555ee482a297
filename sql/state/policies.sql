-- What was agreed: a row by the organization's id, and one by the id of each cycle that differs, which states only
-- what differs.
create table policies (
  like versioned including all,
  completion_cut_off numeric,
  check_in_every text,
  sign_off_quorum numeric,
  pace_tolerance numeric,
  company_first text,
  company_most int,
  company_limit text,
  miss_reason text,
  closing text,
  revisions_before_approval int,
  max_active_objectives int,
  active_limit text,
  key_results_least int,
  key_results_most int,
  small_team int,
  key_results_small int,
  key_results_limit int,
  start_confidence_least numeric,
  start_confidence_most numeric,
  language text,
  jargon text,
  people_least int,
  initiatives_expected boolean,
  score_bands jsonb
);
