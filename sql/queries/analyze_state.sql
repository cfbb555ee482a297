-- Tells the planner early what a fresh state holds; without it a replay plans for empty tables.
analyze;
