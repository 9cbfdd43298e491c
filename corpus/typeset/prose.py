"""Invented subjects and sentences: what reports say, what meetings discuss and decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from .words import MONTHS, ROADS, WARDS, Dice

T = TypeVar("T")


@dataclass(frozen=True)
class Theme:
    """A subject: its name, the service and portfolio it falls to, and what it is about."""

    topic: str
    service: str
    portfolio: str
    role: str
    thing: str
    many: str


def _themes(table: str) -> list[Theme]:
    return [Theme(*(part.strip() for part in line.split("|"))) for line in table.strip().splitlines()]


THEMES = _themes("""
Library Opening Hours|Libraries and Archives|Culture and Heritage|Head of Libraries|library service|branch libraries
Winter Gritting Plan|Highways Operations|Transport and Streets|Head of Highways|winter service|gritting routes
Allotment Strategy|Parks and Green Spaces|Neighbourhoods|Parks Development Manager|allotment service|allotment sites
School Travel Survey|Sustainable Travel|Transport and Streets|School Travel Lead|school travel scheme|walking routes
Home Adaptations Policy|Private Sector Housing|Housing|Housing Standards Manager|adaptations grant|adapted homes
Food Waste Collections|Waste and Recycling|Environment|Recycling Manager|food waste collection|collection rounds
Youth Hub Programme|Youth Services|Children and Young People|Youth Services Manager|youth hub|youth hubs
Market Square Renewal|Town Centre Regeneration|Economy and Skills|Regeneration Manager|market square|market stalls
Flood Warden Scheme|Resilience and Drainage|Environment|Flood Risk Manager|flood warden scheme|flood wardens
Adult Learning Review|Adult Learning|Economy and Skills|Principal of Adult Learning|adult learning offer|evening courses
Museum Stores Relocation|Museums|Culture and Heritage|Collections Manager|museum store|stored objects
Foster Carer Recruitment|Fostering and Adoption|Children and Young People|Fostering Manager|fostering campaign|foster carers
Leisure Centre Energy Plan|Leisure Services|Health and Leisure|Leisure Contracts Manager|leisure centre energy plan|swimming pools
Empty Homes Programme|Housing Supply|Housing|Empty Homes Officer|empty homes programme|empty properties
Air Quality Monitoring|Environmental Health|Environment|Air Quality Officer|air quality network|monitoring sites
Cemeteries Capacity Study|Bereavement Services|Neighbourhoods|Bereavement Services Manager|cemetery extension|burial plots
Customer Contact Standards|Customer Services|Corporate Resources|Head of Customer Services|contact centre|customer calls
Street Lighting Replacement|Street Lighting|Transport and Streets|Street Lighting Engineer|lighting replacement|lamp columns
Carers' Support Offer|Adult Social Care|Adult Care|Carers' Lead|carers' support offer|unpaid carers
Tree Planting Programme|Parks and Green Spaces|Environment|Tree Officer|tree planting programme|street trees
Digital Inclusion Plan|Digital Services|Corporate Resources|Digital Inclusion Lead|digital inclusion plan|loan tablets
Bus Shelter Renewal|Passenger Transport|Transport and Streets|Passenger Transport Manager|bus shelter contract|bus shelters
Early Years Sufficiency|Early Years|Children and Young People|Early Years Lead|early years offer|nursery places
Community Safety Plan|Community Safety|Neighbourhoods|Community Safety Manager|community safety plan|patrol hours
Play Area Investment|Parks and Green Spaces|Health and Leisure|Play Development Officer|play area programme|play areas
Rights of Way Improvement|Countryside Access|Environment|Countryside Access Officer|path network|footpaths and bridleways
Depot Modernisation|Fleet Services|Corporate Resources|Fleet Manager|depot|vehicles
Concert Hall Roof|Property Services|Culture and Heritage|Building Surveyor|concert hall roof|roof trusses
""")

SAID = (
    "The {role} introduced the report and explained that the number of {many} had risen by {pct} per cent since {year}.",
    "In reply to a question about {road}, the {role} said that the works would be finished by {month}.",
    "Members welcomed the improvement but asked why {ward} ward still had fewer {many} than the rest of the area.",
    "It was explained that {n} residents had replied to the survey, of whom {pct} per cent were in favour.",
    "A member asked whether the {thing} would be affected by the rising cost of energy.",
    "The {role} said that the saving of £{k},000 had been found in full, and that no post had been lost.",
    "Concern was expressed about the state of the {many} near {road}, where there had been {small} complaints.",
    "The {role} offered to circulate a breakdown by ward after the meeting.",
    "Members discussed the response times set out in paragraph {small}.{digit} of the report and the steps being taken.",
    "It was noted that the contract for the {thing} runs until {month} {next} and can be extended by two years.",
    "A question was asked about staffing in {service}, where {small} posts remained vacant.",
    "The {role} confirmed that the figures for {ward} ward had been checked again in {month} and were correct.",
    "Some members felt that the consultation had been too short, given that it fell within the school holidays.",
    "Reference was made to the visit to {road} in {month}, which members had found useful.",
    "The {role} said that a pilot with {small} {many} had shown promising results at a cost of £{k},000.",
    "Members thanked the staff of {service} for their work during a difficult year.",
    "It was suggested that residents without internet access should be able to reply on paper.",
    "In answer to a further question, it was explained that {service} meets the partners every {small} weeks.",
    "The {portfolio} portfolio holder spoke of the link between the {thing} and the wider plan for the area.",
    "A member drew attention to the position in {ward} ward, where {n} households were waiting.",
)

WROTE = (
    "The {thing} was last reviewed in {year}. Since then demand has grown by {pct} per cent, and the cost of each contact has fallen "
    "from £{small} to £{digit}.",
    "There are {n} {many} in the area. Of these, {small} were added during the year and {digit} were withdrawn.",
    "A survey of {n} households was carried out between {month} and {month2} {year}. The replies are summarised below.",
    "{service} works with neighbouring councils, schools and voluntary groups in {ward} and {ward2} wards.",
    "The present contract ends in {month} {next}. Officers have considered whether to extend it, to buy again on the "
    "open market, or to bring the work in house.",
    "Work at {road} began in {month} {year} and is expected to cost £{k},000, which is within the approved budget.",
    "Performance is measured against {digit} indicators. At the end of the quarter, {pct} per cent of cases "
    "were dealt with within the target of {small} working days.",
    "The main risk is that the number of {many} continues to grow faster than the budget. A reserve of £{k},000 is held against this.",
    "Residents of {ward} ward have asked for more notice of changes. A calendar will be published each {month}.",
    "The {role} leads a working group that has met {digit} times since {month}, and has visited {small} of the {many}.",
    "Comparison with {small} similar authorities shows that the cost of the {thing} is {pct} per cent below the average.",
    "An equal number of sites was chosen in each ward, so that the results could be compared fairly.",
    "The approach has been tested on {road} and {road2}, where the number of complaints fell from {n} to {small}.",
    "Training has been given to {small} members of staff, and a further {digit} will follow before {month}.",
    "The grant of £{k},000 must be spent by the end of {month} {next}; any balance has to be returned.",
    "It is proposed to keep the current arrangements for the {thing} until the new plan takes effect in {month} {next}.",
)

NOTHING = {
    "Financial implications": (
        "The cost of £{k},000 can be met from the approved {service} budget for {year}/{yy}. [{code}]",
        "There are no direct financial implications arising from this report. [{code}]",
    ),
    "Legal implications": (
        "There are no legal implications arising from this report. [{code}]",
        "The Council has a duty to keep the {thing} under review. There are no further legal implications. [{code}]",
    ),
    "Equalities implications": (
        "An initial screening has been carried out and a full analysis is not required at this stage.",
        "The proposals will improve access for residents of {ward} ward and have no adverse effect on any group.",
    ),
    "Climate change and environmental implications": (
        "There are no environmental implications.",
        "Fewer journeys are expected to save {small} tonnes of carbon a year.",
    ),
    "Human resources implications": ("There are no human resources implications.",),
    "Corporate landlord implications": (
        "There are no corporate landlord implications.",
        "The building at {road} will be surveyed before the works start.",
    ),
}

ASKS = (
    "Note the progress made with the {thing} since {month} {year}.",
    "Endorse the revised timetable for the {many} set out in Appendix 1.",
    "Consider and comment on the options for the {thing} described in section 3 of this report.",
    "Approve a budget of £{k},000 for {road}, to be met from the {service} reserve.",
    "Delegate authority to the {role}, in consultation with the Cabinet Member for {portfolio}, to award the contract for the {thing}.",
    "Agree that a further report on the {many} in {ward} ward be presented in {month} {next}.",
    "Support the proposal to consult residents of {ward} and {ward2} wards on the {thing}.",
    "Adopt the {thing} standards with effect from 1 {month} {next}.",
    "Identify any part of the {thing} that should be looked at in more depth by a task group.",
    "Authorise the {role} to submit a bid of up to £{k},000 towards the cost of the {many}.",
    "Receive an update on staffing in {service} at the meeting in {month}.",
    "Recommend to full Council that the {many} in {ward} ward be protected from disposal.",
)

BE = (
    "the report on the {thing} be noted",
    "officers bring a further report on the {many} to the meeting in {month} {next}",
    "a sum of £{k},000 be set aside for {road}, to be met from the {service} budget",
    "the {role} be authorised to agree the final terms of the contract for the {thing}",
    "residents of {ward} and {ward2} wards be consulted on the {many} before any change is made",
    "the revised timetable for the {thing} be approved, subject to the comments made at the meeting",
    "the Cabinet Member for {portfolio} be asked to respond in writing on the matter of {road}",
    "a working group of {digit} members be set up to examine the {thing} and to report by {month}",
    "the annual figures for the {many} be published by ward from {month} {next}",
    "the proposal for the {many} at {road} be supported in principle",
    "the thanks of the meeting be recorded to the staff of {service} for their work on the {thing}",
    "the standards for the {thing} set out in Appendix A be adopted with effect from 1 {month} {next}",
    "a bid of up to £{k},000 be submitted towards the cost of the {many} in {ward} ward",
    "the trial of the {thing} at {road} be extended until the end of {month} {next}",
    "the findings of the {service} survey be referred to the relevant portfolio holder for a reply",
)

VERBS = (
    "note the update on the {thing}",
    "approve the plan for the {many} in {ward} ward at a cost of up to £{k},000",
    "instruct the {role} to report on {road} before the end of {month}",
    "adopt the {thing} policy as printed in Appendix A with effect from {month} {next}",
    "ask {service} to publish the list of {many} each {month}",
    "renew the agreement for the {thing} for a period of {digit} years",
    "set aside £{k},000 from reserves for the {many} at {road}",
    "write to the owners of {road} about the condition of the {many}",
)

DEBATED = (
    "This Council recognises the value of the {many} in {ward} and {ward2} and regrets that the budget for the {thing} "
    "has fallen by {pct} per cent since {year}. Council therefore asks the Executive to restore £{k},000 to "
    "{service} and to report on progress by {month} {next}.",
    "This Council notes the growing number of complaints about {road} and the delay in renewing the {many}. Council "
    "calls on the Cabinet Member for {portfolio} to publish a timetable for the {thing} no later than {month} {next}.",
    "This Council believes that every household should be within reach of the {thing}. Council resolves to ask "
    "{service} to draw up a plan, with costs, for {small} further sites by {month} {next}.",
)


AMERICAN = (
    ("£", "$"),
    ("the Cabinet Member for {portfolio}", "the City Attorney"),
    (" ward", " district"),
    ("The {portfolio} portfolio holder", "The City Manager"),
    ("neighbouring councils", "neighboring cities"),
    ("full Council", "the City Council"),
)
CANADIAN = (
    ("£", "$"),
    ("the Cabinet Member for {portfolio}", "the Mayor"),
    ("The {portfolio} portfolio holder", "The Mayor"),
    ("full Council", "the Committee of the Whole"),
    ("neighbouring councils", "neighbouring townships"),
)
PARISH = ((",000", ""), ("The {portfolio} portfolio holder", "The District Councillor"))
"""Words that English cities say and others do not; a parish counts in pounds, not thousands."""


class Writer:
    """Fills the templates; no template comes twice before all of its kind have been used."""

    def __init__(self, dice: Dice, year: int, dialect: Sequence[tuple[str, str]] = ()) -> None:
        """`year` is the year of the meeting; `dialect` replaces words that are not said there."""
        self.dialect = dialect
        self.dice = dice
        self.year = year
        self.decks: dict[int, list[str]] = {}

    def draw(self, options: Sequence[str]) -> str:
        """The next template of a shuffled deck."""
        deck = self.decks.setdefault(id(options), [])
        if not deck:
            deck.extend(options)
            self.dice.shuffle(deck)
        return deck.pop()

    def fill(self, template: str, theme: Theme) -> str:
        """A sentence on `theme`."""
        dice = self.dice
        for ours, theirs in self.dialect:
            template = template.replace(ours, theirs)
        wards, roads, months = dice.sample(WARDS, 2), dice.sample(ROADS, 2), dice.sample(MONTHS, 2)
        text = template.format(
            role=theme.role,
            service=theme.service,
            portfolio=theme.portfolio,
            thing=theme.thing,
            many=theme.many,
            ward=wards[0],
            ward2=wards[1],
            road=roads[0],
            road2=roads[1],
            month=months[0],
            month2=months[1],
            year=self.year - dice.randint(1, 4),
            yy=f"{(self.year + 1) % 100:02d}",
            next=self.year + 1,
            n=dice.randint(120, 940),
            pct=dice.randint(4, 68),
            k=dice.randint(11, 480),
            small=dice.randint(10, 39),
            digit=dice.randint(2, 9),
            code="".join(dice.choices("ABCDEFGHJKLMNPRSTW", k=2)) + f"/{dice.randint(1, 28):02d}{dice.randint(1, 12):02d}/Q",
        )
        return text[0].upper() + text[1:] if template[0] == "{" else text

    def one(self, options: Sequence[str], theme: Theme) -> str:
        """One sentence of a kind."""
        return self.fill(self.draw(options), theme)

    def speech(self, theme: Theme, sentences: int) -> str:
        """A paragraph of discussion."""
        return " ".join(self.one(SAID, theme) for _ in range(sentences))

    def prose(self, theme: Theme, sentences: int) -> str:
        """A paragraph of a report."""
        return " ".join(self.one(WROTE, theme) for _ in range(sentences))

    def several(self, options: Sequence[str], theme: Theme, count: int) -> list[str]:
        """`count` sentences of a kind."""
        return [self.one(options, theme) for _ in range(count)]
