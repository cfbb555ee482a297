"""Feeds and views that go on: who follows what, and what wakes them."""
