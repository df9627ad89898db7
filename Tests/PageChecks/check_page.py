#!/usr/bin/env python3
"""Checks finished HTML pages in a browser.

For each page, at 320, 768 and 1280 CSS pixels: axe finds nothing (WCAG 2 A, AA, AAA, 2.1, 2.2 and
best practice), and the page does not scroll sideways. Nothing is asked for from the net, and no
script of the page runs, since it has none.

usage: check_page.py [--chromium PATH] PAGE.html…

Needs Chromium, and from PyPI playwright and axe-playwright-python.
Exit status: 0 nothing found, 1 something found, 64 wrong usage.
"""

import argparse
import pathlib
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (320, 768, 1280)
RULES = (
    "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
)


def problems(page, path, width):
    """What is wrong with one page at one width, as lines."""
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.resolve().as_uri())
    found = []
    outside = [url for url in requests if not url.startswith("file:")]
    if outside:
        found.append(f"asks for {outside[0]}")
    if page.evaluate("document.scripts.length"):
        found.append("has a script")
    scroll = page.evaluate("document.documentElement.scrollWidth")
    if scroll > width:
        found.append(f"scrolls sideways: {scroll} px wide")
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(RULES)}})
    for violation in results.response["violations"]:
        nodes = violation["nodes"]
        target = nodes[0]["target"][0] if nodes else ""
        found.append(f"{violation['id']}: {violation['help']} ({len(nodes)} × {target})")
    if not results.response["passes"]:
        found.append("axe looked at nothing")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    parser.add_argument("pages", nargs="+", type=pathlib.Path, metavar="PAGE.html")
    arguments = parser.parse_args()
    missing = [path for path in arguments.pages if not path.is_file()]
    if missing or not arguments.chromium:
        print(f"error: not found: {missing[0] if missing else 'chromium'}", file=sys.stderr)
        return 64
    failed = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.chromium, args=["--no-sandbox"]
        )
        for path in arguments.pages:
            for width in WIDTHS:
                page = browser.new_page()
                found = problems(page, path, width)
                page.close()
                for line in found:
                    print(f"{path} {width} px: {line}")
                failed = failed or bool(found)
                if not found:
                    print(f"{path} {width} px: ok")
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
