"""The heart of okrlog: what OKR is and what may happen; no input, output, framework or clock."""
