"""Find Chromium for the tests, or install it: Debian's package when root on Debian or Ubuntu, else Playwright's own.

Best is the one that never had windows: it draws the same pages by the same engine in half the processor time.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

WITHOUT_WINDOWS = "chromium-headless-shell"
"""The name of Debian's package, and of its program."""


def find_chromium() -> str | None:
    """The path of an installed Chromium, or None to let Playwright use its own."""
    names = (WITHOUT_WINDOWS, "chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def main() -> int:
    """Make sure there is a Chromium, saying what is done."""
    if not shutil.which(WITHOUT_WINDOWS):
        from_system("Chromium", WITHOUT_WINDOWS)
    if find_chromium() or Path(playwrights_own()).exists():
        return 0
    print("Installing Chromium by Playwright", flush=True)
    if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode == 0:
        return 0
    print("The tests need Chromium and could not install it. Install Chromium or Chrome, then try again.")
    return 1


def from_system(name: str, *packages: str) -> None:
    """Try to install packages where we are root on Debian or Ubuntu, saying so."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing {name} from the system's packages", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = ["apt-get", "install", "-y", "-qq", *packages]
        subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def playwrights_own() -> str:
    """Where Playwright keeps its own Chromium, whether or not it is there yet."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


if __name__ == "__main__":
    sys.exit(main())
