from __future__ import annotations

from components.markup import link


def test_a_link_is_named_by_its_host_without_www() -> None:
    assert link("https://www.compare.se/om?a=1") == (
        '<a href="https://www.compare.se/om?a=1" rel="noopener noreferrer" style="color:inherit">compare.se</a>'
    )


def test_a_link_cannot_leave_its_attribute() -> None:
    made = link('https://a.se/"onmouseover="alert(1)&<img>')
    assert 'href="https://a.se/&quot;onmouseover=&quot;alert(1)&amp;&lt;img&gt;"' in made
    assert "<img" not in made


def test_the_name_of_a_link_is_text() -> None:
    assert ">&lt;img&gt;.se</a>" in link("https://<img>.se/")
