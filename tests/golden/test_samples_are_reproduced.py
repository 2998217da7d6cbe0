"""The committed sample files are what the script makes, and what they say hangs together."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from sample_data.load import FOLDER, sample_projects
from sample_data.make_samples import sample_files
from sample_data.making import achter_de_voordeur, de_huiskamer, samen_sterk
from sample_data.making.course import courses_of
from sample_data.making.storytelling import agrees, read_stories

MODULES = {"achter_de_voordeur": achter_de_voordeur, "samen_sterk": samen_sterk, "de_huiskamer": de_huiskamer}


@pytest.fixture(scope="module")
def made():
    return sample_files()


@pytest.fixture(params=MODULES, scope="module")
def told(request):
    """A project with its stories, in the order of its sheet."""
    return MODULES[request.param].make(), read_stories(request.param)


def unpacked(content):
    """The parts of a workbook by name; how hard they are pressed differs between versions of zlib."""
    with ZipFile(BytesIO(content)) as archive:
        return {entry.filename: (archive.read(entry), entry.date_time) for entry in archive.infolist()}


def comparable(name, content):
    """Files that are broken on purpose are not pressed, so they are the same to the byte."""
    return unpacked(content) if name.endswith(".xlsx") and not name.startswith("mistakes/") else content


def test_the_script_makes_the_committed_files_again(made):
    for name, content in made.items():
        assert comparable(name, (FOLDER / name).read_bytes()) == comparable(name, content), name


def test_no_spreadsheet_lies_here_that_the_script_did_not_make(made):
    lying = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.suffix in (".xlsx", ".csv")}
    assert lying == {name for name in made if name.endswith((".xlsx", ".csv"))}


def test_every_sample_project_says_that_it_is_an_example():
    assert len(sample_projects()) == 3
    assert all(project.name.endswith("(voorbeeld)") for project in sample_projects())


def test_a_linked_story_agrees_with_its_tellers_scores(told):
    sample, stories = told
    courses = {c.person.number: c for c in courses_of(sample.people, sample.profiles, sample.measurements)}
    for row, story in zip(sample.narratives, stories, strict=True):
        assert (row["participant"] is None) == (story.fits is None)
        if story.fits is not None and not story.fits.left:
            assert agrees(story, courses[row["participant"]]), story.words


def test_nobody_tells_before_being_measured_or_after_the_reference_date(told):
    sample, _ = told
    measured = {person.number: person.measured_on for person in sample.people}
    for row in sample.narratives:
        assert row["told_on"] <= row["consented_on"] <= sample.facts["reference_on"]
        assert row["participant"] is None or measured[row["participant"]][-1] <= row["told_on"]


def test_the_days_of_a_life_follow_each_other(told):
    sample, _ = told
    for person in sample.people:
        days = [person.enrolled_on, *person.measured_on, *([person.left_on] if person.left_on else [])]
        assert days == sorted(days)
        assert days[-1] <= sample.facts["reference_on"]


def test_there_are_forty_stories_and_not_only_good_news():
    stories = [story for project in MODULES for story in read_stories(project)]
    directions = [story.direction for story in stories]
    assert len(stories) >= 40
    assert min(directions.count("better"), directions.count("same"), directions.count("worse")) >= 10
    assert {story.consent for story in stories} == {"internal", "funder", "public"}
    assert {story.teller for story in stories} == {"participant", "family", "professional", "volunteer"}
