-- $1: the role of requests. Who asks, whether they may act as that role, and whether a wall stands before it.
select
  session_user as login,
  s.rolsuper as is_super,
  coalesce(pg_has_role(session_user, r.oid, 'member'), false) as member,
  coalesce(r.rolsuper or r.rolbypassrls, false) as passes
from pg_roles s
left join pg_roles r on r.rolname = $1
where s.rolname = session_user;
