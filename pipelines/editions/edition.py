"""An edition: frozen numbers, words and stories that anybody may see to whom it is shown."""

from dataclasses import dataclass

from pipelines.editions.cell import Cells
from pipelines.editions.contents import Contents, PublishedStory
from pipelines.editions.manifest import Manifest


@dataclass(frozen=True)
class Edition:
    """`withdrawn` are numbers of stories whose tellers took back their consent since: never shown again."""

    manifest: Manifest
    contents: Contents
    cells: Cells
    withdrawn: frozenset[int] = frozenset()

    @property
    def id(self) -> str:
        return self.manifest.edition

    @property
    def stories(self) -> tuple[PublishedStory, ...]:
        return tuple(story for story in self.contents.stories if story.number not in self.withdrawn)
