-- Something that a number rests on: what it is, in which role, how far, how heavy, and whether it counted.
create type input as (
  node_id uuid,
  role text,
  value numeric,
  weight numeric,
  counted boolean,
  because text
);
