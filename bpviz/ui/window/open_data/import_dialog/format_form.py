"""FormatForm: how a text table is written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bpviz.datasets import DataRequest
from bpviz.ui.window.open_data.import_dialog.choice import Choice
from bpviz.ui.window.open_data.import_dialog.fields import FieldsForm

ROWS = ("separator", "decimal", "encoding", "header")


class FormatForm(FieldsForm):
    """Separator, decimal mark, encoding, and whether the first row holds names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin(self.tr("Text format"))
        self._words: dict[str, dict[object, str]] = {
            "separator": {
                ",": self.tr("comma  ,"),
                ";": self.tr("semicolon  ;"),
                "\t": self.tr("tab"),
                "|": self.tr("bar  |"),
                " ": self.tr("spaces"),
            },
            "decimal": {".": self.tr("point  0.5"), ",": self.tr("comma  0,5")},
            "encoding": {
                "utf-8": "UTF-8",
                "utf-16": "UTF-16",
                "cp1252": self.tr("Windows-1252 (Western)"),
                "latin-1": self.tr("Latin-1 (Western)"),
                "cp1250": self.tr("Windows-1250 (Central European)"),
                "cp1251": self.tr("Windows-1251 (Cyrillic)"),
                "mac_roman": self.tr("Mac Roman (Western)"),
                "shift_jis": self.tr("Shift JIS (Japanese)"),
                "gb18030": self.tr("GB 18030 (Chinese)"),
            },
            "header": {True: self.tr("holds names"), False: self.tr("holds data")},
        }
        tips = {
            "separator": self.tr("What separates the cells of a row."),
            "decimal": self.tr("What separates the fraction of a number."),
            "encoding": self.tr("Character encoding of the file."),
            "header": self.tr("Whether the first row holds the column names or is a sample."),
        }
        labels = {
            "separator": self.tr("Separator"),
            "decimal": self.tr("Decimal mark"),
            "encoding": self.tr("Encoding"),
            "header": self.tr("First row"),
        }
        self._boxes: dict[str, Choice] = {}
        for name in ROWS:
            box = Choice([(None, self.tr("as detected")), *self._words[name].items()], self)
            self._boxes[name] = box
            self._add(name, labels[name], box, tips[name])

    def show_request(self, chosen: DataRequest, found: DataRequest) -> None:
        """Show what is chosen, and what was found where nothing is."""
        for name, box in self._boxes.items():
            box.set_value(getattr(chosen, name))
            value = getattr(found, name)
            if getattr(chosen, name) is None and value is not None:
                words = self._words[name].get(_plain(value), str(value))
                box.set_words(None, self.tr("detected: {what}").format(what=words))


def _plain(value: object) -> object:
    """Return what an encoding with a mark at its beginning is called."""
    if not isinstance(value, str):
        return value
    return {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(value, value)
