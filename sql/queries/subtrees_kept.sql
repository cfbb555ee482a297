-- $1: organization, $2: height. How many subtrees of that height are kept.
select coalesce(max(number) + 1, 0) as kept from log.subtree where org_id = $1 and height = $2;
