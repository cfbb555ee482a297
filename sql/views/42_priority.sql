-- An objective that has a rank; equal ranks stand in the order in which they were drafted.
create view priority as
select o.*, o.priority_rank * 1000000000000 + o.created_position as place
from objective o
where o.priority_rank is not null;
