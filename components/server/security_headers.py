"""ASGI middleware that adds the security headers to every HTTP response."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.core.assets import ASSETS_PATH, LEAFLET_PATH
from components.core.logo import LOGO_PATH
from components.core.settings import settings
from components.core.streamlit_internals import STATIC_PATH

# No other host; Streamlit and streamlit-folium evaluate scripts of their own in the page, which needs the unsafe sources.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors {frame_ancestors}"
)
# A page that each site may show in a frame has style sheets and an icon, and no script at all; the map sets lengths by style attributes.
EMBEDDED_POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors *"
)
EMBEDDED_HEADERS = {"Content-Security-Policy": EMBEDDED_POLICY, "Cross-Origin-Resource-Policy": "cross-origin"}

# Style sheets, icons and the logo are for all: in a sandboxed frame the page's own origin is none, and it would have no style.
PUBLIC_PATHS = (ASSETS_PATH, LEAFLET_PATH, STATIC_PATH, LOGO_PATH)


class SecurityHeaders:
    """Adds the security headers to every HTTP response; a policy that the response has by itself stays."""

    def __init__(self, app: ASGIApp, frame_ancestors: str) -> None:
        self.app = app
        self.policy = POLICY.format(frame_ancestors=frame_ancestors)
        self.headers = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)",
        }
        if not settings().embedding_is_on:  # browsers refuse to open such a page from a sandboxed frame
            self.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        if settings().public_url.lower().startswith("https://"):
            self.headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to the response of the app below."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                headers.setdefault("Content-Security-Policy", self.policy)
                is_public = any(f"{path}/" in scope["path"] for path in PUBLIC_PATHS)
                policy = "cross-origin" if is_public else "same-origin"
                headers.setdefault("Cross-Origin-Resource-Policy", policy)  # open data has cross-origin
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
