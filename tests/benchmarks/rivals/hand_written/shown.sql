-- What front ends show of each objective of `page`; $1 is the organization, $3 how many.
select row_to_json(answer)::text from (
  select
    (
      select coalesce(json_agg(row_to_json(x)), '[]') from (
        select
          p.id, p.key, p.title, p.description, p.ambition, p.state,
          (
            select row_to_json(x)
            from (select g.value, g.raw from progress g where g.org_id = $1 and g.id = p.id) x
          ) as progress,
          (
            select row_to_json(x)
            from (select h.id, h.name from people h where h.org_id = $1 and h.id = p.accountable_person_id) x
          ) as accountable,
          (
            select coalesce(json_agg(row_to_json(x)), '[]') from (
              select
                k.id, k.key, k.title, k.state,
                (select row_to_json(x) from (select k.kind, k.unit, k.baseline, k.target) x) as metric,
                g.current,
                (select row_to_json(x) from (select g.value) x) as progress,
                (
                  select coalesce(json_agg(row_to_json(x)), '[]') from (
                    select
                      c.id, c.target, c.current,
                      (
                        select row_to_json(x)
                        from (select h.id, h.name from people h where h.org_id = $1 and h.id = c.person_id) x
                      ) as person
                    from contributions c
                    where c.org_id = $1 and c.key_result_id = k.id and not c.released
                    order by c.created_position
                  ) x
                ) as contributions,
                (
                  select row_to_json(x) from (
                    select
                      r.id, r.occurred_on as "occurredOn", r.value, r.confidence, r.status, r.note,
                      (
                        select row_to_json(x)
                        from (select h.id, h.name from people h where h.org_id = $1 and h.id = r.author_id) x
                      ) as author
                    from (
                      select * from check_ins i
                      where i.org_id = $1 and i.key_result_id = k.id
                        and i.corrected_by_id is null and not i.retracted
                      order by i.occurred_on desc, i.place desc limit 1
                    ) r
                  ) x
                ) as "lastCheckIn"
              from key_results k
              left join progress g on g.org_id = k.org_id and g.id = k.id
              where k.org_id = $1 and k.objective_id = p.id and k.part_of_id is null
              order by k.created_position
            ) x
          ) as "keyResults"
        from page p order by p.created_position limit $3
      ) x
    ) as objectives,
    (select count(*) > $3 from page) as "hasNextPage",
    (select max(created_position) from (select created_position from page order by created_position limit $3) x) as "endCursor"
) answer
