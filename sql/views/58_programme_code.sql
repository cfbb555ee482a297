-- The programme numbers in their order: how each is made of what it counts, whether it tells of people, and whether it can be
-- told of one person, to whom alone it is told then.
create view programme_code as
select c.*
from (values
  ('ADOPTION', 'share/1', false, false, 1),
  ('PEOPLE_ADOPTION', 'share/1', true, false, 2),
  ('ALIGNMENT', 'share/1', false, false, 3),
  ('OBJECTIVE_COMPLETION', 'share/1', false, false, 4),
  ('KEY_RESULT_COMPLETION', 'share/1', false, false, 5),
  ('CHECK_INS_PER_WEEK', 'mean/1', false, true, 6),
  ('CHECK_IN_GAP', 'median/1', false, true, 7),
  ('CHECK_IN_ON_TIME', 'share/1', false, true, 8),
  ('FINAL_SCORE', 'mean/1', false, false, 9),
  ('ACHIEVED', 'share/1', false, false, 10),
  ('SCORE_CHANGE', 'mean/1', false, false, 11),
  ('KPIS_IMPROVED', 'share/1', false, false, 12),
  ('REVISIONS', 'mean/1', false, false, 13),
  ('REVISIONS_WITH_REASON', 'share/1', false, false, 14),
  ('KEY_RESULT_CHURN', 'share/1', false, false, 15),
  ('DAYS_TO_ANSWER', 'median/1', false, false, 16),
  ('BOTTOM_UP', 'share/1', false, false, 17),
  ('COMMITTED', 'share/1', false, false, 18),
  ('START_CONFIDENCE', 'mean/1', false, false, 19),
  ('CALIBRATION', 'mean/1', false, false, 20),
  ('SELF_SCORE_GAP', 'mean/1', false, false, 21),
  ('MEETINGS_SKIPPED', 'share/1', false, false, 22),
  ('ENGAGEMENT', 'mean/1', false, false, 23),
  ('SATISFACTION', 'mean/1', false, false, 24),
  ('TRUST', 'mean/1', false, false, 25),
  ('SAFETY', 'mean/1', false, false, 26)
) c (code, formula, of_people, personal, place);
