"""The site's assets: ours, and the typeface, each under a name that lasts. Material's are left out."""

import hashlib
from dataclasses import replace
from pathlib import Path, PurePath

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from library.cache.recipe import recipe
from library.cache.store import Store
from library.delivery import assets, fonts, icons, scripts
from library.delivery.sprite import sprite
from library.delivery.styles import APART, Styles, styles
from library.find.index import NoNode, node
from library.texts import texts

from .build import build_of, keep
from .press import KEPT_FOR, lacking

_OURS = "assets/"


def publish_assets(files: Files, config: MkDocsConfig) -> None:
    """Put every asset on the site under its lasting name, and leave out what the theme brings."""
    root = build_of(config).root
    ours: dict[str, bytes] = {}
    for file in list(files):
        if file.src_uri.startswith(_OURS):
            files.remove(file)
            is_ours = Path(file.abs_src_path or "").is_relative_to(config.docs_dir)
            if is_ours and not file.src_uri.endswith((".js", ".css")):
                ours[file.src_uri] = file.content_bytes
    ours |= _typeface(root) | _scripts(root) | {"assets/images/icons.svg": sprite(_drawn_set())}
    svg = ours[str(config.theme["favicon"])]
    ours |= {_icon(icon): icons.png(svg, size) for icon, size in icons.SIZES.items()}
    try:
        named = assets.hashed(ours)
    except assets.UnknownAsset as missing:
        raise PluginError(f"{missing}. Assets stand in docs/assets.") from None
    sheets = {path: content for path, (_, content) in named.items() if path.endswith(".css")}
    tools = {PurePath(path).stem: content for path, content in ours.items() if path.startswith(scripts.TOOLS)}
    for path, (name, content) in named.items():
        if path not in sheets or path in APART:
            files.append(File.generated(config, name, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    names = {path: name for path, (name, _) in named.items()}
    keep(replace(build_of(config), assets=names, styles=styles(sheets, tools)), config)
    described = icons.manifest(
        config.site_name, config.site_description or "", {icon: names[_icon(icon)] for icon in icons.SIZES}, texts()
    )
    files.append(File.generated(config, "manifest.webmanifest", content=described, inclusion=InclusionLevel.NOT_IN_NAV))


def asset_name(path: str, config: MkDocsConfig) -> str:
    """The name an asset is published under. Raises PluginError where there is none."""
    names = build_of(config).assets
    if path not in names:
        raise PluginError(f"a template asks for docs/{path}, which is not there")
    return names[path]


class StyleSheets:
    """The style sheets of a site's pages: each is put there for the first page that asks for it."""

    def __init__(self, styles: Styles, site: Path) -> None:
        self._styles = styles
        self._site = site
        self._names: dict[frozenset[str], str] = {}

    def name(self, body: str) -> str:
        """The name that a page's style sheet is published under: the same for all that hold the same classes."""
        held = self._styles.held_by(body)
        if held not in self._names:
            self._names[held], content = self._styles.sheet(held)
            place = self._site / self._names[held]
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return self._names[held]


def _drawn_set() -> Path:
    """The folder of the theme's icons."""
    return Path(material.__file__).parent / "templates" / ".icons" / "material"


def _icon(name: str) -> str:
    return f"assets/images/{name}.png"


def _scripts(root: Path) -> dict[str, bytes]:
    if not (root / "node_modules" / "esbuild").is_dir():
        raise PluginError(lacking(FileNotFoundError(2, "no esbuild", "node_modules/esbuild")))
    try:
        return scripts.with_words(scripts.bundle(root, node()), texts())
    except (scripts.ScriptFault, NoNode) as fault:
        raise PluginError(str(fault)) from None


def _typeface(root: Path) -> dict[str, bytes]:
    packages, kept = root / "node_modules", Store(root / ".cache" / "fonts")
    kept.throw_away(KEPT_FOR)
    try:
        return {f"assets/fonts/{weight}.woff2": _font(weight, packages, kept) for weight in fonts.WEIGHTS}
    except FileNotFoundError as missing:
        raise PluginError(lacking(missing)) from None


def _font(weight: str, packages: Path, kept: Store) -> bytes:
    """Cutting a font takes half a second, so it is kept under a digest of all that goes into it."""
    lock = (packages / ".package-lock.json").read_bytes()
    made_by = recipe([Path(fonts.__file__).parent], ["fonttools", "brotli"])
    name = f"{weight}-{hashlib.sha256(lock + made_by).hexdigest()[:16]}.woff2"
    if font := kept.get(name):
        return font
    font = fonts.woff2(packages, weight)
    kept.put(name, font)
    return font
