"""File of one cluster with its sources."""

from __future__ import annotations

from starlette.requests import Request

from components.api.content import Content
from components.api.params import Read
from components.api.problems import ProblemError
from components.dataset.dataset import Dataset
from components.exports.frames import MACHINE_COLUMNS
from components.exports.media_types import JSON
from components.exports.metadata import file_metadata
from data.export import records, to_json
from data.selection_url import to_query_string


def cluster_file(request: Request, read: Read) -> Content:
    """Return the cluster in the path with its sources. Raises ProblemError (404) where no cluster has this id."""
    context, cluster_id = read(request), request.path_params["cluster_id"]
    if cluster_id not in context.view.dataset.row_numbers:
        raise ProblemError(404, "Not found", f"No cluster has this id; {context.base_url}api/clusters.json lists them.")
    path = f"api/clusters/{cluster_id}.json{to_query_string(context.view.selection)}"
    return Content(
        JSON,
        (context.view.dataset.version, path, context.base_url),
        lambda: to_json({"about": file_metadata(context, path, cluster_id=cluster_id), **_cluster(context.view.dataset, cluster_id)}),
    )


def _cluster(dataset: Dataset, cluster_id: str) -> dict[str, object]:
    sources = dataset.tables.citations
    (cluster,) = records(dataset.clusters.iloc[[dataset.row_numbers[cluster_id]]][MACHINE_COLUMNS])
    return {"cluster": cluster, "sources": records(sources[sources["subject"] == cluster_id].drop(columns="subject"))}
