-- $1: organization, $2: height, $3: number of the first, $4: number of the one behind the last. Tops of subtrees.
select hash
from log.subtree
where org_id = $1 and height = $2 and number >= $3 and number < $4
order by number;
