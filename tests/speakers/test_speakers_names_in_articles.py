"""Names as they stand in articles, with titles, orders and scripts of every kind, through ``factsheet extract``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factsheet.cli.main import cli

LATE = '"It was late and the quay was closed," '

# An article, and the persons that are to be listed: name, other names, roles.
PERSONS: list[tuple[str, dict[str, tuple[set[str], set[str]]]]] = [
    (
        f"Minister of Foreign Affairs of Germany Annalena Baerbock came on Monday. {LATE}Baerbock said.",
        {"Annalena Baerbock": ({"Baerbock"}, {"Minister of Foreign Affairs of Germany"})},
    ),
    (
        f"The visitors' book has Tleuberdi, Mukhtar, in blue ink. {LATE}Mukhtar Tleuberdi said.",
        {"Mukhtar Tleuberdi": ({"Tleuberdi, Mukhtar"}, set())},
    ),
    (
        f"Gov. Mike Pence (R-IN) came on Monday. {LATE}Pence said.",
        {"Mike Pence": ({"Pence"}, {"Gov."})},
    ),
    (
        f"Crown Prince Mohammed bin Salman came on Monday. {LATE}bin Salman said. Prince Mohammed left.",
        {"Mohammed bin Salman": ({"bin Salman", "Mohammed"}, {"Crown Prince", "Prince"})},
    ),
    (
        f"Commission President Ursula von der Leyen came on Monday. {LATE}von der Leyen said. Von der Leyen left.",
        {"Ursula von der Leyen": ({"von der Leyen", "Von der Leyen"}, {"Commission President"})},
    ),
    (
        f"Lina de la Torre came on Monday. {LATE}Mr. de la Torre said. They met Torre and de la Torre's sons.",
        {"Lina de la Torre": ({"de la Torre", "Torre"}, set())},
    ),
    (
        f"Mukhtar Tleuberdi came on Monday. The list has Tleuberdi, Mukhtar; Berg, Anna. {LATE}Tleuberdi said.",
        {"Mukhtar Tleuberdi": ({"Tleuberdi, Mukhtar", "Tleuberdi"}, set())},
    ),
    (
        f"Robert Kane Jr., a farmer, came on Monday. {LATE}Kane said. Mr. Kane Jr. left.",
        {"Robert Kane Jr.": ({"Kane", "Kane Jr."}, {"a farmer"})},
    ),
    (
        f"Park Geun-hye came on Monday. {LATE}Park said.",
        {"Park Geun-hye": ({"Park"}, set())},
    ),
    (
        f"President Kassym-Jomart Tokayev came. {LATE}Tokayev said. TOKAYEV Kassym-Jomart signed the book.",
        {"Kassym-Jomart Tokayev": ({"Tokayev", "TOKAYEV Kassym-Jomart"}, {"President"})},
    ),
    (
        f"Nguyen Phu Trong, the party chief, came. {LATE}Mr. Trong said.",
        {"Nguyen Phu Trong": ({"Trong"}, {"the party chief"})},
    ),
    (
        f"Foreign minister Мұхтар Тілеуберді came on Monday. {LATE}Тілеуберді said. Mukhtar Tileuberdi left.",
        {"Мұхтар Тілеуберді": ({"Тілеуберді", "Mukhtar Tileuberdi"}, {"Foreign minister"})},
    ),
    (
        f"Николай Петров came on Monday. {LATE}Петров said. They met Асхат Бекенұлы. Then Бекенұлы left.",
        {"Николай Петров": ({"Петров"}, set()), "Асхат Бекенұлы": ({"Бекенұлы"}, set())},
    ),
    (
        f"Hannah Okoro, the independent senator from Vermont, came on Monday. {LATE}Okoro said.",
        {"Hannah Okoro": ({"Okoro"}, {"the independent senator from Vermont"})},
    ),
    (
        f"Министр Сергей Лавров came on Monday. {LATE}Лавров said.",
        {"Сергей Лавров": ({"Лавров"}, {"Министр"})},
    ),
    (
        f"Prime Minister Viktor Orban came. {LATE}Orbán said. Viktor Orbán left.",
        {"Viktor Orban": ({"Orbán", "Viktor Orbán"}, {"Prime Minister"})},
    ),
    (
        f"Senator Barbara Boxer and Dean Baker came on Monday. {LATE}Ms. Boxer said. Baker left.",
        {"Barbara Boxer": ({"Boxer"}, {"Senator"}), "Dean Baker": ({"Baker"}, set())},
    ),
    (
        f"Kentuckian Daniel Reyes won the Scott Trophy in Scott County at Jordan Tower. {LATE}Reyes said.",
        {"Daniel Reyes": ({"Reyes"}, {"Kentuckian"})},
    ),
    (
        f"The Foreign Minister of Norway, Espen Reyes Tann, met Wang Yi on Monday. {LATE}Wang said.",
        {"Espen Reyes Tann": (set(), {"Foreign Minister of Norway"}), "Wang Yi": ({"Wang"}, set())},
    ),
    (
        f"Coast News Hannah Okoro asked about it. {LATE}Okoro said.",
        {"Hannah Okoro": ({"Okoro"}, set())},
    ),
]


@pytest.mark.parametrize(("text", "persons"), PERSONS)
def test_persons_have_their_names_and_roles(
    tmp_path: Path, text: str, persons: dict[str, tuple[set[str], set[str]]]
) -> None:
    found = {s["name"]: s for s in extracted(tmp_path, text)["speakers"] if s["kind"] == "person"}
    assert set(found) == set(persons)
    for name, (others, roles) in persons.items():
        assert {v["form"] for v in found[name]["variants"] if v["kind"] == "name"} == {name, *others}
        assert {role["text"] for role in found[name]["roles"]} == roles


def test_every_name_that_joined_says_why(tmp_path: Path) -> None:
    text = f"Foreign minister Мұхтар Тілеуберді came on Monday. {LATE}Тілеуберді said. Mukhtar Tileuberdi left."
    (person,) = extracted(tmp_path, text)["speakers"]
    assert any("Mukhtar Tileuberdi" in reason and "Latin letters" in reason for reason in person["evidence"])


@pytest.mark.parametrize(
    "other", ["Kazakh MFA", "The Kazakh Foreign Ministry", "The Foreign Ministry of Kazakhstan", "The ministry"]
)
def test_an_organisation_is_one_under_its_names(tmp_path: Path, other: str) -> None:
    text = (
        "The Ministry of Foreign Affairs of Kazakhstan said that it was late. "
        f"Kazakh MFA said that it was dark. {other} said that the quay was closed."
    )
    (ministry,) = extracted(tmp_path, text)["speakers"]
    assert ministry["name"] == "Ministry of Foreign Affairs of Kazakhstan"
    norwegian = text.replace(f"{other} said that the quay", "The Norwegian Foreign Ministry said that the quay")
    assert len(extracted(tmp_path, norwegian)["speakers"]) == 2


def extracted(folder: Path, text: str) -> dict[str, Any]:
    """The sheet that ``factsheet extract`` prints for an article."""
    path = folder / "article.txt"
    path.write_text(text, "utf-8")
    result = CliRunner().invoke(cli, ["extract", str(path)])
    assert result.exit_code == 0
    sheet: dict[str, Any] = json.loads(result.stdout)
    return sheet
