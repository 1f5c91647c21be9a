"""The proxy that the environment names for an address.

A desk behind a proxy reaches the web only through it, so `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` are
followed as other programs follow them. Through a proxy it is the proxy that looks names up and connects: tsum then
refuses private addresses by what it can look up itself, and a name that only the proxy knows is left to the proxy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

from translate_pipeline.fetching.failure import NotFetchedError
from translate_pipeline.fetching.urls import host_and_port

if TYPE_CHECKING:
    import httpx


def proxy_for(url: httpx.URL) -> httpx.Proxy | None:
    """The proxy through which to fetch `url`, or None. Raises `NotFetchedError` for a proxy that cannot be used."""
    import httpx

    proxies = getproxies()
    named = proxies.get(url.scheme) or proxies.get("all")
    host, port = host_and_port(url)
    if not named or proxy_bypass(f"{host}:{port}"):
        return None
    try:
        proxy = httpx.Proxy(named if "://" in named else f"http://{named}")
    except (ValueError, httpx.InvalidURL):
        proxy = None
    if proxy is None or proxy.url.scheme not in ("http", "https") or not proxy.url.host:
        raise NotFetchedError("the proxy that the environment names is no http or https proxy: check the environment")
    return proxy
