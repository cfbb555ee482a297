"""The example organization Cartwheel: what its people did, and the commands that say so."""
