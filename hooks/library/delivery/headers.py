"""The headers a web server sends with the site, in the two forms most hosts read."""

_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000",
}
LASTING = "public, max-age=31536000, immutable"
"""For assets: their names hold a hash of their content."""
FRESH = "no-cache"
"""For all else: a browser asks each time whether it has changed."""


def headers(policy: str) -> dict[str, str]:
    """Every header but Cache-Control. A header's policy may also say who may frame the site: nobody."""
    return {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", **_HEADERS}


def as_headers_file(policy: str, folder: str = "/") -> str:
    """The file `_headers`, as Netlify and Cloudflare Pages read it: at the top of what is published there.

    folder: where the site stands on its host, with a slash at both ends.
    """
    lines = [f"  {name}: {value}" for name, value in {**headers(policy), "Cache-Control": FRESH}.items()]
    lasting = [f"{folder}assets/*", "  ! Cache-Control", f"  Cache-Control: {LASTING}"]
    return "\n".join([f"{folder}*", *lines, *lasting, ""])


def as_nginx(policy: str, folder: str = "/") -> str:
    """Lines for nginx to include within `server`, or within the `location` of the site's folder.

    A location within that with an add_header of its own must include them again.
    """
    lines = [f'add_header {name} "{value}" always;' for name, value in headers(policy).items()]
    lasting = f'set $library_cache "{FRESH}";\nif ($uri ~ "^{folder}assets/") {{ set $library_cache "{LASTING}"; }}'
    return "\n".join([lasting, *lines, "add_header Cache-Control $library_cache always;", ""])
