"""Archives: gzip files, and zip files in which the list is found among other files."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import PurePosixPath

from data.errors import ClusterDataError, unreadable
from data.files.kinds import LIST_ENDINGS, WITHOUT_PASSWORD
from data.files.reading import Reading
from data.messages import message

MAX_FILES_TRIED = 10
CAN_BE_UNPACKED = message("an archive (.gz, .zip) that can be unpacked")
CUT_OFF = (
    message("the archive is cut off: its end is missing"),
    message("a complete archive: fetch or pack the file again"),
)


def unpack_gzip(reading: Reading, content: bytes) -> bytes:
    """Return the file in a gzip file, all its members joined.

    Raises ClusterDataError, also when it is cut off, or larger than the limit.
    """
    limit = reading.limits.max_bytes
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            unpacked = file.read(limit + 1)
    except EOFError:
        raise unreadable(reading.name, *CUT_OFF) from None
    except (OSError, zlib.error) as error:
        raise unreadable(reading.name, str(error), CAN_BE_UNPACKED) from None
    if len(unpacked) > limit:
        raise _too_large(reading)
    return unpacked


def unpack_zip(reading: Reading, content: bytes) -> dict[str, bytes]:
    """Return the files of a zip archive that may be lists, by name. Raises ClusterDataError, also when one is larger than the limit."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [member for member in archive.infolist() if _may_be_list(member.filename)][:MAX_FILES_TRIED]
            if sum(member.file_size for member in members) > reading.limits.max_bytes:
                raise _too_large(reading)
            if any(member.flag_bits & 1 for member in members):
                raise unreadable(reading.name, *WITHOUT_PASSWORD)
            if not all(member.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for member in members):
                raise unreadable(reading.name, "", CAN_BE_UNPACKED)
            files = {member.filename: archive.read(member) for member in members}
    except ClusterDataError:
        raise
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, EOFError, KeyError, NotImplementedError) as error:
        raise unreadable(reading.name, str(error), CAN_BE_UNPACKED) from None
    if not files:
        raise unreadable(
            reading.name, message("an archive without a list"), message("a ZIP file with a list in it: %(endings)s", endings=LISTED)
        )
    return files


LISTED = ", ".join(LIST_ENDINGS)


def _may_be_list(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in LIST_ENDINGS and not path.name.startswith(".") and "__MACOSX" not in path.parts


def _too_large(reading: Reading) -> ClusterDataError:
    limit = reading.limits.max_bytes
    return unreadable(reading.name, "", message("an archive of at most %(max)s bytes once it is unpacked", max=limit))
