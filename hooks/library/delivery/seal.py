"""The last touch on a built site: its policy in every page and in files for servers, and the service worker."""

from pathlib import Path

from . import headers, worker
from .policy import inline, policy

_CHARSET = '<meta charset="utf-8">'


def seal(site: Path, folder: str = "/") -> list[str]:
    """Seal a built site; after this no file of it may change. Returns what no policy can allow, in sentences.

    folder: where the site stands on its host, with a slash at both ends.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    found = {path: inline(html) for path, html in pages.items()}
    wanted = policy(found.values())
    meta = f'{_CHARSET}\n  <meta http-equiv="Content-Security-Policy" content="{wanted}">'
    for path, html in pages.items():
        path.write_text(html.replace(_CHARSET, meta, 1), encoding="utf-8")
    (site / "_headers").write_text(headers.as_headers_file(wanted, folder), encoding="utf-8")
    (site / "_nginx-headers.conf").write_text(headers.as_nginx(wanted, folder), encoding="utf-8")
    (site / worker.NAME).write_text(worker.worker(site), encoding="utf-8")
    return [f"{path.relative_to(site)} has {what}." for path, page in found.items() for what in page.refused]
