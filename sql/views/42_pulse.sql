-- A pulse with what it asks, and what came of that: nothing while it is open, and nothing of fewer answers than was promised.
create view pulse as
select
  p.*,
  p.state = 'CLOSED' and p.answered < p.answers_least as withheld,
  (
    select jsonb_agg(
      jsonb_build_object(
        'question', q.question, 'answers', t -> 'answers',
        'mean', quotient((t ->> 'total')::numeric, (t ->> 'answers')::numeric)
      ) order by q.n
    )
    from jsonb_array_elements_text(p.questions) with ordinality q (question, n)
    left join jsonb_array_elements(p.tallies) t on t ->> 'question' = q.question
  ) as results
from pulses p;
