-- Whether what is reported is a number that a target can be held against.
create function in_numbers(kind text) returns boolean
language sql immutable
return kind in ('INCREASE', 'DECREASE', 'AT_LEAST', 'AT_MOST', 'WITHIN');
