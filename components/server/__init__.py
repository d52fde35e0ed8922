"""The server beside the page: routes, middleware, unhandled errors, start and stop."""
