"""Recovery: what the autosave of a program that has ended left, offered once to another start."""

from __future__ import annotations

import contextlib
from pathlib import Path

from bpviz.training.document.errors import DocumentError
from bpviz.training.document.kept import Document
from bpviz.training.infos import LeftInfo
from bpviz.training.message import Message, sentence_of
from bpviz.worker import autosave_files as files


class Recovery:
    """What programs that have ended left in a folder; see the module.

    What is offered is held by this program until it is answered, so that no other one offers it.

    Parameters
    ----------
    folder : Path
        That of the autosaves of all programs.

    Attributes
    ----------
    offered : tuple of LeftInfo
        What nobody has answered yet, the newest first.
    """

    def __init__(self, folder: Path) -> None:
        self.offered: tuple[LeftInfo, ...] = ()
        self._folder = folder
        self._held: dict[str, files.Folder] = {}

    def look(self) -> None:
        """Find what can be brought back; what nobody wants any more goes.

        Without a word where nothing can be read: then nobody could bring it back.
        """
        with contextlib.suppress(OSError):
            for path in sorted(self._folder.iterdir()):
                if str(path) not in self._held:
                    with contextlib.suppress(OSError):
                        self._look_at(path)
        found = []
        for folder in self._held.values():
            with contextlib.suppress(OSError):
                found.append(_info(folder))
        self.offered = tuple(sorted(found, key=lambda left: left.when, reverse=True))

    def _answered(self, path: str) -> None:
        self.offered = tuple(left for left in self.offered if left.path != path)

    def _look_at(self, path: Path) -> None:
        folder = files.held(path) if path.is_dir() else None
        if folder is None:
            return
        if folder.is_done_with:
            folder.remove()
        elif folder.is_offered:
            self._held[str(path)] = folder
        else:
            folder.release()

    def decline(self, path: str) -> None:
        """Remove runs for good; nothing where they are not offered."""
        self._answered(path)
        folder = self._held.pop(path, None)
        if folder is not None:
            folder.remove()

    def documents(self, path: str) -> tuple[list[Document], Message | None]:
        """Return the runs that were offered, the one that was at hand last at the end.

        Behind them stands what must be said of those that cannot be read, if any.

        From then on they are not offered any more, whatever happens: a run over which the program
        ends must not end it at every start.  They stay on the disk until `done`.

        Raises
        ------
        DocumentError
            If none of them can be read, or nothing is offered there.
        """
        self._answered(path)
        folder = self._held.get(path)
        if folder is None:
            raise DocumentError(
                Message.of("In {folder} no run is left to be brought back.", folder=path)
            )
        try:
            folder.set_tried()
        except OSError as error:
            raise DocumentError(not_brought_back(path, error)) from error
        found, fault = [], None
        for stem in folder.stems():
            try:
                found.append(files.read_run(stem))
            except (DocumentError, OSError, MemoryError) as error:
                fault = not_brought_back(path, error)
        if fault is not None and not found:
            raise DocumentError(fault)
        return [document for _, document in sorted(found, key=lambda each: each[0])], fault

    def done(self, path: str) -> None:
        """Forget runs that were brought back, and are kept by another autosave by now."""
        self.decline(path)

    def later(self, path: str) -> None:
        """Offer runs again at the next start: nobody wanted to decide, or waited for them."""
        folder = self._held.pop(path, None)
        if folder is not None:
            folder.set_untried()
            folder.release()

    def close(self) -> None:
        """Give back what was not answered, for the next start."""
        self.offered = ()
        while self._held:
            self._held.popitem()[1].release()


def _info(folder: files.Folder) -> LeftInfo:
    stems = folder.stems()
    newest = [entries[0] for entries in map(files.entries, stems) if entries]
    when = max(each.stat().st_mtime for each in folder.path.glob("run-*"))
    if not newest:
        return LeftInfo(str(folder.path), "", None, len(stems), when)
    last = max(newest, key=lambda entry: entry.number)
    return LeftInfo(str(folder.path), last.title, last.step, len(stems), when)


def not_brought_back(path: str, error: Exception) -> Message:
    """Return what is said of a run in a folder that cannot be brought back."""
    return Message.of(
        "A run cannot be brought back ({reason}). What is left of it stays in {folder}.",
        reason=sentence_of(error),
        folder=path,
    )
