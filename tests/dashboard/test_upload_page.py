"""Aanleveren: read, check, preview, import, look back and withdraw."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.answers.causes import Cause
from dashboard.answers.columns import ColumnUse
from pipelines import imports
from pipelines.audit_log import AuditLog, Event
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.mapping.column_mapping import ColumnMapping, read_mapping
from pipelines.store.store import Store
from tests.dashboard.small_files import measurements, measurements_with_a_mistake, numbered_per_site, with_codes

PAGE = "dashboard/pages/upload.py"
PROJECT = "Achter de voordeur"
MISTAKE = Cause(code="value_out_of_range", sheet="metingen_0.csv", column="Financiën", value="7", issues=())


@pytest.fixture
def page(app: AppTest) -> AppTest:
    return app.switch_page(PAGE).run()


def said(page: AppTest) -> str:
    return " ".join([element.proto.body for element in page.get("html")] + [element.value for element in page.markdown])


def plain(markdown: str) -> str:
    """As the reader sees it: without the marks that keep markdown from being read as such."""
    return markdown.replace("\\", "")


def open_at_the_mistake(page: AppTest) -> AppTest:
    """The page on which the line of the mistake is opened."""
    page.session_state[f"cause_{MISTAKE.key}"] = True
    return page


def headers(page: AppTest) -> list[str]:
    return [header.value for header in page.header]


def with_files(page: AppTest, *contents: bytes, round: int = 0) -> AppTest:
    page.text_input(key=f"new_project_name_{round}").set_value(PROJECT)
    files = [(f"metingen_{number}.csv", content, "text/csv") for number, content in enumerate(contents)]
    return page.file_uploader(key=f"upload_files_{round}").set_value(files).run()


def test_an_empty_page_says_where_to_begin_and_that_there_is_no_history(page: AppTest):
    assert not page.exception
    assert "Nog geen bestand?" in said(page)
    assert "Er is nog niets aangeleverd" in said(page)


def test_files_are_not_read_before_the_project_has_a_name(page: AppTest):
    page.file_uploader(key="upload_files_0").set_value([("m.csv", measurements(), "text/csv")]).run()
    assert "Geef het project eerst een naam" in said(page)
    assert "Dit is herkend" not in headers(page)


def test_what_was_recognised_is_counted_and_listed(page: AppTest):
    with_files(page, measurements())
    assert not page.exception
    assert "7 rijen gelezen: 7 goed, 0 geweigerd, 0 overgeslagen." in said(page)
    assert "Er zijn geen fouten gevonden." in said(page)


def test_every_column_stands_in_a_table_with_what_it_was_taken_for(page: AppTest):
    page.session_state["found_columns"] = True
    with_files(page, measurements())
    assert "score op Financiën" in said(page)


def test_the_preview_says_what_will_change_and_nothing_is_stored_yet(page: AppTest, dashboard_store: Store):
    with_files(page, measurements())
    assert "<strong>4</strong> nieuwe deelnemers" in said(page)
    assert "<strong>21</strong> nieuwe scores" in said(page)
    assert imports.history(dashboard_store) == ()


def test_the_button_imports_and_the_page_starts_afresh(page: AppTest, dashboard_store: Store):
    with_files(page, measurements()).button(key="import_button").click().run()
    assert not page.exception
    (record,) = imports.history(dashboard_store)
    assert (record.project, record.tally.accepted) == (PROJECT, 7)
    assert "7 rijen zijn ingelezen voor Achter de voordeur, als levering 1." in said(page)
    assert page.file_uploader(key="upload_files_1").value == []
    assert page.selectbox(key="upload_project_1").options[0] == PROJECT
    (line,) = AuditLog(dashboard_store.path.with_name(f"{dashboard_store.path.name}.audit.jsonl")).read()
    assert (line.event, line.roles, line.import_id) == (Event.IMPORT, ("local",), 1)


def test_a_mistake_is_shown_with_its_cell_and_stops_the_import(page: AppTest, dashboard_store: Store):
    with_files(open_at_the_mistake(page), measurements_with_a_mistake())
    assert "De score 7 bestaat niet op deze schaal" in plain(said(page))
    assert "rij 2" in " ".join(plain(caption.value) for caption in page.caption)
    assert page.button(key="import_button").disabled
    assert imports.history(dashboard_store) == ()


def test_refused_rows_stay_out_only_by_choice_and_stay_visible(page: AppTest, dashboard_store: Store):
    with_files(page, measurements_with_a_mistake())
    leave_out = next(box for box in page.checkbox if box.key.startswith("leave_out_"))
    leave_out.check().run()
    page.button(key="import_button").click().run()
    (record,) = imports.history(dashboard_store)
    assert (record.tally.accepted, record.tally.refused) == (6, 1)
    assert "1 rij is weggelaten; dat staat voortaan bij elk resultaat." in said(page)
    assert "1 weggelaten" in said(page)


def test_the_same_files_again_have_nothing_to_import(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="metingen_0.csv", content=measurements())])
    page.run()
    page.file_uploader(key="upload_files_0").set_value([("metingen_0.csv", measurements(), "text/csv")]).run()
    assert "al ingelezen, als levering 1" in said(page)
    assert "import_button" not in [button.key for button in page.button]


def test_a_withdrawal_is_asked_twice_and_then_told(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.run().button(key="withdraw_1").click().run()
    assert imports.history(dashboard_store)[0].withdrawn_at is None
    page.button(key="withdraw_yes").click().run()
    assert imports.history(dashboard_store)[0].withdrawn_at is not None
    assert "Levering 1 is teruggetrokken" in said(page)
    assert "withdraw_1" not in [button.key for button in page.button]


def test_a_withdrawal_can_be_called_off(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.run().button(key="withdraw_1").click().run()
    page.button(key="withdraw_no").click().run()
    assert imports.history(dashboard_store)[0].withdrawn_at is None


def test_a_withdrawal_that_somebody_else_did_first_is_told(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.run().button(key="withdraw_1").click().run()
    imports.withdraw(dashboard_store, 1)
    page.button(key="withdraw_yes").click().run()
    assert not page.exception
    assert "Deze levering was al teruggetrokken." in said(page)


def test_a_mapping_that_cannot_be_used_says_why(page: AppTest):
    with_files(page, measurements())
    page.file_uploader(key="reading_mapping_0").set_value([("m.toml", b"dit is geen toml", "text/plain")]).run()
    assert "De kolomindeling is niet gebruikt" in said(page)


def test_a_mistake_can_be_mended_on_the_page_and_taken_back(page: AppTest, dashboard_store: Store):
    with_files(open_at_the_mistake(page), measurements_with_a_mistake())
    page.text_input(key=f"value_{MISTAKE.key}").set_value("1").run()
    page.button(key=f"use_{MISTAKE.key}").click().run()
    assert "Er zijn geen fouten gevonden." in said(page)
    page.session_state["given_answers"] = True
    page.run()
    assert "7 werd 1, in 1 cel" in plain(said(page))
    page.button(key="undo_mend_1_0").click().run()
    assert page.button(key="import_button").disabled
    assert imports.history(dashboard_store) == ()


def test_what_was_mended_is_what_is_imported(page: AppTest, dashboard_store: Store):
    with_files(open_at_the_mistake(page), measurements_with_a_mistake())
    page.button(key=f"missing_{MISTAKE.key}").click().run()
    assert "<strong>20</strong> nieuwe scores" in said(page)
    page.button(key="import_button").click().run()
    assert imports.history(dashboard_store)[0].tally.accepted == 7


def test_rows_left_out_by_hand_count_as_left_out(page: AppTest, dashboard_store: Store):
    with_files(open_at_the_mistake(page), measurements_with_a_mistake())
    page.button(key=f"rows_{MISTAKE.key}").click().run()
    page.button(key="import_button").click().run()
    assert imports.history(dashboard_store)[0].tally.refused == 1


def test_what_was_mended_in_one_file_is_not_carried_to_another(page: AppTest):
    with_files(open_at_the_mistake(page), measurements_with_a_mistake())
    page.button(key=f"missing_{MISTAKE.key}").click().run()
    other = measurements_with_a_mistake() + b"\r\nA9;0-meting;15-01-2025;1;1;1"
    page.file_uploader(key="upload_files_0").set_value([("metingen_0.csv", other, "text/csv")]).run()
    assert page.button(key="import_button").disabled


def test_the_outcomes_stand_side_by_side_before_the_import(page: AppTest):
    with_files(page, measurements())
    assert "Nog geen uitkomst." in said(page)
    assert "<strong>2 van de 3</strong> deelnemers gingen vooruit op Financiën" in said(page)


def test_a_changed_value_is_shown_from_what_to_what(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.session_state["changed_values"] = True
    page.run()
    changed = ("metingen_0.csv", measurements(score_of_a1=2), "text/csv")
    page.file_uploader(key="upload_files_0").set_value([changed]).run()
    assert '<td data-label="Nu">1</td><td data-label="Wordt">2</td>' in said(page)
    assert "Levering 1 van" in said(page)
    assert "1 waarde wijkt" in said(page)


def test_who_imported_stands_in_the_history(page: AppTest, dashboard_store: Store):
    with_files(page, measurements())
    page.text_input(key="imported_by").set_value(" Ans,  projectleider ").run()
    page.button(key="import_button").click().run()
    assert imports.history(dashboard_store)[0].imported_by == "Ans, projectleider"
    assert "door Ans, projectleider" in said(page)


def test_a_column_can_be_said_to_be_something_else_and_the_answer_taken_along(page: AppTest):
    page.session_state["found_columns"] = True
    with_files(page, measurements())
    which = next(box for box in page.selectbox if box.key.startswith("change_column_") and box.key.endswith("_which"))
    which.set_value(5).run()
    meaning = next(box for box in page.selectbox if "_is_" in box.key)
    meaning.set_value(ColumnUse(role="left_out")).run()
    next(button for button in page.button if button.key.endswith("_do")).click().run()
    assert "<strong>14</strong> nieuwe scores" in said(page)
    assert next(button.proto.label for button in page.get("download_button")) == "Bewaar de kolomindeling"


def test_what_an_earlier_upload_taught_can_be_forgotten(page: AppTest, dashboard_store: Store):
    mapping = read_mapping('[measured]\n"Geldzaken thuis" = "finances"\n')
    own = measurements().replace("Financiën".encode("cp1252"), b"Geldzaken thuis")
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=own)], mapping=mapping)
    assert imports.remembered_mapping(dashboard_store, PROJECT).measured
    page.run()
    page.file_uploader(key="upload_files_0").set_value([("n.csv", own + b"\r\n", "text/csv")]).run()
    page.button(key="forget_mapping").click().run()
    assert not page.exception
    assert not imports.remembered_mapping(dashboard_store, PROJECT).measured


def test_a_large_upload_is_not_rehearsed_unasked(page: AppTest, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("dashboard.components.changes.looking_ahead.LARGE", 5)
    with_files(page, measurements())
    assert "2 van de 3" not in said(page)
    page.button(key="rehearse").click().run()
    assert "2 van de 3" in said(page)


def test_numbers_that_begin_anew_are_joined_with_one_click(page: AppTest):
    with_files(page, numbered_per_site())
    assert "Begint de nummering van Deelnemer bij elke Locatie opnieuw?" in said(page)
    assert page.button(key="import_button").disabled
    next(button for button in page.button if button.key.endswith("_join")).click().run()
    assert "<strong>4</strong> nieuwe deelnemers" in said(page)


def test_numbers_that_do_not_begin_anew_are_doubles(page: AppTest):
    with_files(page, numbered_per_site())
    next(button for button in page.button if button.key.endswith("_alone")).click().run()
    assert "Begint de nummering" not in said(page)
    assert page.button(key="import_button").disabled


def test_a_sheet_that_does_not_tell_its_moment_is_asked_for(page: AppTest):
    lines = [line.split(";") for line in measurements(with_follow_up=False).decode("cp1252").splitlines()]
    without_moment = "\n".join(";".join([line[0], *line[2:]]) for line in lines).encode()
    with_files(page, without_moment)
    assert "Bij welk meetmoment horen de scores in metingen_0.csv?" in said(page)
    next(button for button in page.button if button.label == "0-meting").click().run()
    assert "<strong>12</strong> nieuwe scores" in said(page)


def test_a_code_is_asked_once_and_answered_for_all_columns(page: AppTest):
    with_files(page, with_codes())
    assert "Wat betekent “9”?" in said(page)
    assert "Het staat in 3 cellen, in 2 kolommen: Financiën, Huisvesting." in said(page)
    next(button for button in page.button if button.key.endswith("_missing")).click().run()
    assert "Wat betekent" not in said(page)
    assert "<strong>18</strong> nieuwe scores" in said(page)


def test_a_code_that_is_a_mistake_can_be_mended_cell_by_cell(page: AppTest):
    with_files(page, with_codes())
    next(button for button in page.button if button.key.endswith("_mistake")).click().run()
    assert "Wat betekent" not in said(page)
    assert len([folded for folded in page.expander if "9 in " in folded.label]) == 2


def test_a_column_with_a_slip_in_its_name_is_asked_with_its_suggestion(page: AppTest):
    with_files(page, measurements().replace(b"Huisvesting", b"Huisvestng"))
    assert "Huisvestng: is dit Huisvesting?" in said(page)
    assert "Beantwoord eerst de vraag bij stap 2." in said(page)
    next(button for button in page.button if button.label == "Ja, dit is Huisvesting").click().run()
    assert "<strong>21</strong> nieuwe scores" in said(page)


def test_columns_that_nothing_is_known_of_are_left_out_together(page: AppTest):
    lines = measurements().splitlines()
    with_files(page, b"\r\n".join([lines[0] + b";Kleur;Dier", *(line + b";rood;kat" for line in lines[1:])]))
    assert "2 kolommen zijn niet herkend en tellen niet mee" in said(page)
    page.button(key="leave_unknown_columns_out").click().run()
    assert "niet herkend" not in said(page)


def test_the_road_is_english_too(opened_at: Callable[..., AppTest]):
    page = opened_at(lang="en").switch_page(PAGE).run()
    with_files(page, measurements_with_a_mistake())
    assert not page.exception
    steps = ["Choose your file", "What was recognised", "Is everything right?", f"What changes for {PROJECT}", "Import"]
    assert headers(page)[:5] == steps


def test_somebody_is_forgotten_after_a_second_question(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.run()
    page.text_input(key="erase_number").set_value("A1").run()
    page.button(key="erase").click().run()
    assert not imports.erasures(dashboard_store)
    page.button(key="erase_yes").click().run()
    assert not page.exception
    assert len(imports.erasures(dashboard_store)) == 1
    assert "Alles over deze persoon in Achter de voordeur is gewist: 6 scores" in said(page)
    assert page.text_input(key="erase_number").value == ""
    assert "A1" not in said(page)


def test_an_unknown_number_erases_nobody(page: AppTest, dashboard_store: Store):
    imports.import_files(dashboard_store, PROJECT, [Upload(name="m.csv", content=measurements())])
    page.run()
    page.text_input(key="erase_number").set_value("Z99").run()
    page.button(key="erase").click().run()
    page.button(key="erase_yes").click().run()
    assert "Onder dit nummer is in dit project niets bekend." in said(page)
    assert not imports.erasures(dashboard_store)


def test_rows_left_out_stand_with_every_result(page: AppTest, dashboard_store: Store):
    files = [Upload(name="m.csv", content=measurements_with_a_mistake())]
    imports.import_files(dashboard_store, PROJECT, files, leave_out_refused=True)
    page.switch_page("dashboard/pages/count_and_tell.py").run()
    assert "1 rij uit de aangeleverde bestanden is weggelaten en telt niet mee." in said(page)
    assert said(page).count("1 rij uit de bestanden is weggelaten") == 3
    page.query_params["domain"] = "finances"
    page.switch_page("dashboard/pages/life_domain.py").run()
    assert "1 rij uit de bestanden is weggelaten" in said(page)


def test_a_second_click_on_an_answer_never_answers_the_next_question(page: AppTest):
    with_files(page, with_codes().replace(b"A2;0-meting;15-01-2025;2", b"A2;0-meting;15-01-2025;?"))
    before = {button.key for button in page.button if button.key.startswith("code_")}
    next(button for button in page.button if button.key.endswith("_missing")).click().run()
    after = {button.key for button in page.button if button.key.startswith("code_")}
    assert after
    assert after < before
    assert len(after) == len(before) / 2


def test_nothing_about_persons_stays_in_the_session_after_an_import(page: AppTest):
    with_files(open_at_the_mistake(page), measurements_with_a_mistake())
    page.button(key=f"missing_{MISTAKE.key}").click().run()
    page.button(key="import_button").click().run()
    assert not [key for key in ("reading", "previewed", "rehearsed") if key in page.session_state]
    _, answers = page.session_state["answers"]
    assert (answers.mends, answers.names, answers.mapping) == ((), (), ColumnMapping())


def test_files_that_are_taken_away_leave_only_what_was_said_of_columns_and_codes(page: AppTest):
    with_files(page, with_codes())
    next(button for button in page.button if button.key.endswith("_missing")).click().run()
    page.file_uploader(key="upload_files_0").set_value([]).run()
    assert "reading" not in page.session_state
    assert page.session_state["answers"][1].mapping.missing == ("9",)
    assert page.session_state["answers"][1].mends == ()


def test_a_mapping_from_a_file_is_used_and_can_be_dropped(page: AppTest):
    own = measurements().replace("Financiën".encode("cp1252"), b"Geldzaken thuis")
    with_files(page, own)
    mapping = ("m.toml", b'[measured]\n"Geldzaken thuis" = "finances"\n', "text/plain")
    page.file_uploader(key="reading_mapping_0").set_value([mapping]).run()
    assert "<strong>21</strong> nieuwe scores" in said(page)
    page.button(key="begin_anew").click().run()
    assert "<strong>21</strong> nieuwe scores" not in said(page)
