"""Cross-origin access to the open data: every website may read it, none may write."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

READ_METHODS = ("GET", "HEAD")
ALLOWED_METHODS = (*READ_METHODS, "OPTIONS")
PREFLIGHT_SECONDS = 86_400  # for which a browser need not ask again

# Also sent to clients that name no origin, such as a harvester that checks whether the data is open.
PUBLIC_HEADERS = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}

CORS = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=READ_METHODS,
    allow_headers=["*"],  # also those that a page's own libraries add, such as X-Requested-With and traceparent: they change nothing here
    expose_headers=["ETag", "Content-Disposition", "Accept-Ranges", "Content-Range", "Link", "X-Total-Count", "Retry-After"],
    max_age=PREFLIGHT_SECONDS,
)
