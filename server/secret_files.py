"""Where settings are found that nobody is to see: files, one for each, named like its variable."""

import os
from pathlib import Path

NAMED = "OKRLOG_SECRETS_DIR"
OF_SYSTEMD = "CREDENTIALS_DIRECTORY"
OF_CONTAINERS = Path("/run/secrets")


def folders() -> list[Path]:
    """Those that there are; of one setting in several, the last counts."""
    said = [os.environ.get(each) for each in (OF_SYSTEMD, NAMED)]
    found = [OF_CONTAINERS, *(Path(each) for each in said if each)]
    return [each for each in found if each.is_dir()]
