from __future__ import annotations

import string

from components.markup import link, markdown_text


def test_letters_digits_and_spaces_stay_as_they_are() -> None:
    assert markdown_text("Järnväg 2018 åäö") == "Järnväg 2018 åäö"


def test_every_sign_of_markdown_is_written_out() -> None:
    assert markdown_text(string.punctuation) == "".join(f"\\{sign}" for sign in string.punctuation)


def test_html_links_formulas_and_icons_lose_their_meaning() -> None:
    assert markdown_text("<b>[x](http://a.se)$y$:material/close:") == r"\<b\>\[x\]\(http\:\/\/a\.se\)\$y\$\:material\/close\:"


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
