"""How large an operation may be: how deep its fields nest, and how many aliases it uses."""

from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValidationContext,
    ValidationRule,
)


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large a set of selections is with all fragments written out."""

    depth: int = 0
    aliases: int = 0


@dataclass(kw_only=True)
class Measure:
    """Sizes of selections; each fragment is measured once, however often it is spread.

    Strawberry's own limiters walk every path through the fragments: twenty that each spread the
    next one twice take them seconds, forty take for ever, and an unknown one is a fault.
    """

    context: ValidationContext
    fragments: dict[str, Size] = field(default_factory=dict)

    def of(self, chosen: SelectionSetNode | None) -> Size:
        """The deepest of the selections, and the aliases of all."""
        sizes = [self._selection(each) for each in chosen.selections] if chosen else []
        return Size(
            depth=max((each.depth for each in sizes), default=0),
            aliases=sum(each.aliases for each in sizes),
        )

    def _selection(self, selection: SelectionNode) -> Size:
        if isinstance(selection, FragmentSpreadNode):
            return self._fragment(selection.name.value)
        inside = self.of(getattr(selection, "selection_set", None))
        if not isinstance(selection, FieldNode):
            return inside
        nests = selection.selection_set is not None and not selection.name.value.startswith("__")
        return Size(
            depth=inside.depth + 1 if nests else 0,
            aliases=inside.aliases + (selection.alias is not None),
        )

    def _fragment(self, name: str) -> Size:
        if name not in self.fragments:
            # A fragment that leads back to itself is refused by a rule of its own.
            self.fragments[name] = Size()
            fragment = self.context.get_fragment(name)
            self.fragments[name] = self.of(fragment.selection_set if fragment else None)
        return self.fragments[name]


def within(*, depth: int, aliases: int) -> type[ValidationRule]:
    """The rule that refuses larger operations."""

    class Within(ValidationRule):
        def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
            size = Measure(context=self.context).of(node.selection_set)
            for what, number, most in (
                ("levels", size.depth, depth),
                ("aliases", size.aliases, aliases),
            ):
                if number > most:
                    message = f"The operation has more than {most} {what}."
                    self.report_error(GraphQLError(message, node))

    return Within
