-- $1 organization, $2 who reads, $3 how many, $4 after which place; one more tells whether more come after.
with page as materialized (
  select * from objectives o
  where o.org_id = $1 and o.created_position > $4
    and (o.visibility = 'ORGANIZATION' or participates(o.org_id, o.id, $2))
  order by o.created_position limit $3 + 1
)
