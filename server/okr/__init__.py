"""The heart of okrlog: what OKR is and what may happen; no input or output, no framework, no clock."""
