"""ImportChoices: what a person has chosen about a file up to now.  No Qt."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from bpviz.datasets import DataRequest
from bpviz.datasets.preview import ColumnPreview, Preview, Role
from bpviz.training.message import Message


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """A request in the making; what nobody chose stays open, so that loading looks for itself.

    Attributes
    ----------
    request : DataRequest
        Everything but the columns of a table.
    names : tuple of str
        Columns that `roles` are for, in their order.
    roles : tuple of Role, or None
        What each is used for; None while nobody chose.
    """

    request: DataRequest
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] | None = None

    def wanted(self) -> DataRequest:
        """Return the request, with the columns that were chosen."""
        if self.roles is None:
            return self.request
        return dataclasses.replace(
            self.request, target=self._of(Role.TARGET), inputs=self._of(Role.INPUT)
        )

    def stray(self, preview: Preview | None) -> ColumnPreview | None:
        """Return the first column in use in which a text stands among numbers."""
        columns = () if preview is None else preview.columns
        settled = self.request.categories
        return next(
            (
                column
                for role in (Role.INPUT, Role.TARGET)
                for column in columns
                if column.role is role and column.strays and column.name not in settled
            ),
            None,
        )

    def problem(self) -> Message | None:
        """Return what no request can say: that nothing is to be learned, or from nothing."""
        if self.roles is None:
            return None
        if Role.TARGET not in self.roles:
            return Message.of("No target column selected. Choose the column to predict.")
        if Role.INPUT not in self.roles:
            return Message.of("No input column selected. Choose at least one besides the target.")
        return None

    def changed(self, **values: Any) -> ImportChoices:
        """Return a draft in which something else than columns is chosen."""
        return dataclasses.replace(self, request=dataclasses.replace(self.request, **values))

    def with_role(
        self, columns: tuple[ColumnPreview, ...], chosen: Collection[int], role: Role
    ) -> ImportChoices:
        """Return a draft in which the `chosen` columns have a role.

        Chosen targets are all the targets there are: one that was it becomes an input.
        """
        names = tuple(column.name for column in columns)
        before = self.roles if self.roles is not None and self.names == names else None
        roles = list(before or (column.role for column in columns))
        if role is Role.TARGET:
            roles = [Role.INPUT if each is Role.TARGET else each for each in roles]
        for j in chosen:
            roles[j] = role
        plain = dataclasses.replace(self.request, target=(), inputs=())
        return ImportChoices(plain, names, tuple(roles))

    def fitted(self, columns: tuple[ColumnPreview, ...]) -> ImportChoices:
        """Return the draft for what was found now, with the choices that still make sense.

        Columns keep their roles by their names or, where only the names became others, by their
        places.  Where no target is left, nothing is chosen.
        """
        names = tuple(column.name for column in columns)
        categories = tuple(each for each in self.request.categories if each in names)
        if columns and categories != self.request.categories:
            return self.changed(categories=categories).fitted(columns)
        if not columns or names == self.names:
            return self
        if self.roles is None:
            if not (self.request.target or self.request.inputs):
                return self
            return self._named(columns, names)
        by_name = dict(zip(self.names, self.roles, strict=True))
        if len(names) == len(self.names) and not set(names) <= set(self.names):
            roles = self.roles
        else:
            roles = tuple(by_name.get(name, Role.INPUT) for name in names)
        if Role.TARGET not in roles:
            return ImportChoices(self.request)
        return ImportChoices(self.request, names, roles)

    def shown_in(self, preview: Preview) -> Preview:
        """Return the preview with the roles that are chosen, before they were looked at."""
        if self.roles is None or tuple(c.name for c in preview.columns) != self.names:
            return preview
        columns = tuple(
            dataclasses.replace(column, role=role)
            for column, role in zip(preview.columns, self.roles, strict=True)
        )
        return dataclasses.replace(preview, columns=columns)

    def _named(self, columns: tuple[ColumnPreview, ...], names: tuple[str, ...]) -> ImportChoices:
        """Take over columns that the request names, as far as they are there."""
        plain = dataclasses.replace(self.request, target=(), inputs=())
        roles = tuple(column.role for column in columns)
        if all(role is Role.UNUSED for role in roles):  # a name was not found
            wanted = self.request
            roles = tuple(
                Role.TARGET
                if name in wanted.target
                else Role.INPUT
                if name in wanted.inputs or not wanted.inputs
                else Role.UNUSED
                for name in names
            )
        return ImportChoices(plain, names, roles) if Role.TARGET in roles else ImportChoices(plain)

    def _of(self, role: Role) -> tuple[str, ...]:
        assert self.roles is not None
        return tuple(
            name for name, each in zip(self.names, self.roles, strict=True) if each is role
        )
