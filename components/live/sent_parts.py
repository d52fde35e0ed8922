"""Parts of the page that the browser of a session has, so that only changed ones are sent.

Streamlit may replace a message that has not been sent yet by a newer one, so a message counts only when the browser confirms its number.
Until then a part is sent again if it differs from any message since the confirmed one. While none is confirmed, all parts are sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

MAX_UNCONFIRMED = 20  # messages after the confirmed one; with more the whole page is sent until one is confirmed

Fingerprints = Mapping[str, bytes]


@dataclass
class SentParts:
    """Messages of one session since the last one that the browser has confirmed.

    Attributes:
        last_number: Number of the last message.
    """

    last_number: int = 0
    _messages: dict[int, Fingerprints] = field(default_factory=dict)  # number -> fingerprint of each part, the confirmed one first
    _has_confirmed: bool = False  # whether the first of the messages is confirmed

    def confirm(self, number: int) -> None:
        """Note that the browser shows the message with this number; an unknown number changes nothing."""
        if number in self._messages:
            self._messages = {other: parts for other, parts in self._messages.items() if other >= number}
            self._has_confirmed = True

    def next_message(self, parts: Mapping[str, str]) -> dict[str, str]:
        """Return the parts to send now; counts the message."""
        fingerprints = {name: blake2b(html.encode(), digest_size=8).digest() for name, html in parts.items()}
        known = self._messages.values() if self._has_confirmed else ()
        changed = {
            name: html for name, html in parts.items() if not known or any(message.get(name) != fingerprints[name] for message in known)
        }
        self.last_number += 1
        self._messages[self.last_number] = fingerprints
        if len(self._messages) > 1 + MAX_UNCONFIRMED:
            del self._messages[min(self._messages)]
            self._has_confirmed = False
        return changed
