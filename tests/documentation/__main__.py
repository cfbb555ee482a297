"""Builds the documentation as a site; `make docs` runs it, and `make check` with it."""

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.documentation import pages
from tests.documentation.checked import faults

SITE = Path(__file__).parents[2] / "site"
BUILT = SITE / "built"


def build() -> None:
    """Gather the pages, build the site, and look at what came of it."""
    shutil.rmtree(SITE, ignore_errors=True)
    texts = pages.gathered()
    pages.write(texts, SITE / "pages")
    configuration = SITE / "mkdocs.yml"
    configuration.write_text(yaml.safe_dump(pages.configuration(texts), sort_keys=False))
    built = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", configuration],
        check=False,
        capture_output=True,
        text=True,
    )
    if built.returncode:
        sys.exit(built.stdout + built.stderr)
    if found := faults(BUILT):
        sys.exit("\n".join(found))
    sys.stdout.write(f"{len(texts)} pages: {BUILT / 'index.html'}\n")


if __name__ == "__main__":
    build()
