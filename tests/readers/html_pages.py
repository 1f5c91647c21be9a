"""Pages of newspapers, as tests need them."""

from __future__ import annotations

LEAD = "El Gobierno aprobó ayer un decreto que cambia la ley de vivienda en las grandes ciudades del país."
SECOND = "Los sindicatos respondieron con una huelga general que durará tres días en toda España."
THIRD = "La patronal pidió diálogo y recordó que el empleo ha crecido en los dos últimos trimestres."
LAST = "El Congreso votará la norma antes de que termine el mes de noviembre, según fuentes parlamentarias."

NAVIGATION = """<nav><ul><li><a href="/">Inicio</a></li><li><a href="/deportes">Deportes</a></li></ul></nav>
<div id="cookies" class="cookie-banner"><p>Utilizamos cookies propias y de terceros para mejorar.</p></div>"""
AFTER = """<div class="related"><h3>Noticias relacionadas</h3>
<ul><li><a href="/n1">Otra noticia del día</a></li></ul></div>
<section id="comments"><p>pepito: menuda basura de artículo, siempre igual.</p></section>
<footer><p>© 2021 El Diario. Aviso legal. Todos los derechos reservados.</p></footer>"""
BOILERPLATE = ("cookies", "Inicio", "Deportes", "relacionadas", "Otra noticia", "pepito", "Aviso legal", "derechos")


def page(body: str, head: str = "", *, doctype: str = "<!DOCTYPE html>") -> str:
    """A whole page with menus and comments around `body`."""
    return f'{doctype}<html lang="es"><head>{head}</head><body>{NAVIGATION}{body}{AFTER}</body></html>'


def article(*inside: str, title: str = "El titular de la noticia") -> str:
    """An article of four paragraphs with markup between them."""
    middle = "".join(inside)
    return f"<article><h1>{title}</h1><p>{LEAD}</p><p>{SECOND}</p>{middle}<p>{THIRD}</p><p>{LAST}</p></article>"
