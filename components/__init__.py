"""Dashboard: pages and components, exports, endpoints and the server; docs/architecture.md has a line for each package."""
