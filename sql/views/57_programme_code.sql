-- The programme numbers in their order: how each is made of what it counts, and whether it tells of people.
create view programme_code as
select c.*
from (values
  ('ADOPTION', 'share/1', false, 1),
  ('PEOPLE_ADOPTION', 'share/1', true, 2),
  ('ALIGNMENT', 'share/1', false, 3),
  ('OBJECTIVE_COMPLETION', 'share/1', false, 4),
  ('KEY_RESULT_COMPLETION', 'share/1', false, 5),
  ('BOTTOM_UP', 'share/1', false, 6)
) c (code, formula, of_people, place);
