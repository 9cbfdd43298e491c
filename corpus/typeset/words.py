"""Invented people and places, and the dice that choose among wordings. Nobody here is real."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


def _list(text: str, separator: str | None = None) -> list[str]:
    return text.split(separator)


FIRST = _list(
    "Aaliyah Abena Adrian Agnes Aidan Alasdair Alma Amara Anders Anil Annika Arjun Astrid Audrey Baljit Beatrix "
    "Bernard Bertha Bram Brigid Callum Carys Cedric Celia Chidi Clement Clive Conrad Cordelia Dafydd Damaris "
    "Delphine Derek Devika Dinah Dorothea Duncan Edith Eirlys Elspeth Emeka Emlyn Esther Ewan Farida Felix Fergus "
    "Fiona Florian Freya Gareth Gideon Gillian Greta Gwilym Hamish Harriet Hazel Hector Hilda Hugo Idris Imogen "
    "Ingrid Iris Isaac Ivy Jarvis Jasvinder Jocelyn Joyce Judith Kamala Keir Kerensa Kofi Lachlan Leonie Lionel "
    "Lorna Lucian Mabel Magnus Maisie Malachi Marguerite Maud Meera Mervyn Minnie Moira Nadia Nathaniel Nerys Niall "
    "Noor Norma Octavia Olwen Opal Oscar Padma Percy Petra Phoebe Piers Priya Quentin Rafiq Ramona Reuben Rhoda "
    "Rosalind Rowena Rupert Sadie Saskia Seamus Selwyn Shanice Sigrid Silas Simran Sunita Sybil Tamsin Tariq "
    "Thaddeus Tilda Una Ursula Vera Vikram Wilfred Winifred Xanthe Yasmin Yusuf Zara Zeb",
)

LAST = _list(
    "Abernethy Achterberg Adeyemi Ainscough Allardyce Ambler Applegarth Arkwright Ashdown Atterbury Babbington "
    "Baptiste Barraclough Beckwith Bellweather Bickerstaff Birtwhistle Blenkinsop Boateng Bolsover Bracegirdle "
    "Brathwaite Brocklebank Bunting Butterworth Calloway Capstick Carmody Catchpole Chaudhry Clegg-Holm Clutterbuck "
    "Coldwell Copperwheat Cresswell Cuthbert Dalrymple Danso Dewhurst Dhillon Dingwall Dosanjh Drinkwater Dunmore "
    "Eastlake Eckersley Ellershaw Entwistle Fairweather Farquhar Featherstone Fenwick Fitzalan Flitcroft Fothergill "
    "Frobisher Gaskarth Gathercole Gill-Nayar Goodfellow Gorringe Greenhalgh Grimshaw Gudgeon Haddow Halliwell "
    "Hargreave Hathersage Hebblethwaite Henshaw Hesketh Higginbotham Holroyd Honeychurch Hutchings Ikande Inskip "
    "Jaggard Jellicoe Kaczmarek Kettlewell Khatun Kirkbride Lamplugh Langridge Larkham Leadbetter Lightfoot "
    "Littlewood Loxley Maddocks Mainwaring Marchbanks Mbeki-Shaw Merriweather Micklewhite Mottershead Muirhead "
    "Mukherjee Nettleship Nightingale Oakshott Obafemi Oddie Ogunleye Ollerenshaw Ormerod Osgodby Pargeter Pattinson "
    "Peverell Pickersgill Pilkington Plumtree Postlethwaite Quarmby Quayle Rackham Raistrick Ravenscroft Redfearn "
    "Rimmer Rosthwaite Rowbottom Saltmarsh Sandringham Scattergood Sedgewick Shackleton Shuttlecock Sidhu Silverwood "
    "Skelhorn Snodgrass Sowerby Spofforth Stanworth Stillwell Stockdale Sugden Summerhayes Swinburn Tattersall "
    "Thackray Thistlewood Threlfall Tinsley Tomkinson Trelawny Tunnicliffe Twelvetrees Uttley Vane-Orr Varley "
    "Venkataraman Wadsworth Walmsley Warburton Wetherby Whittingstall Wigglesworth Winterbourne Wolstencroft "
    "Worsnop Wrigglesworth Yardley Yelland Zielinski",
)

STEMS = _list(
    "Wex Quill Brindle Oster Pell Vane Corv Dunmar Harrow Keld Larch Mossen Nether Orrin Penn Raven Sabler Tolver "
    "Umber Whinn Yarl Thackle Carrick Fennel",
)
ENDS = ("mere", "dale", "combe", "stead", "hallow", "minster", "garth", "thwaite", "wold", "haven")
RARE = {
    "Netherdale": "Netherwold",
    "Ravendale": "Ravenwold",
    "Netherthwaite": "Netherhallow",
    "Ravenstead": "Ravengarth",
    "Harrowstead": "Harrowmere",
}
"""Stem and end make a place; the keys are places that do exist, or sound so."""

US_CITIES = _list(
    "Alder Mesa|Port Lavinia|San Aurelio|Cinder Bluff|Verdugo Flats|Quail Prairie|Marisol Bay|Cobalt Springs|"
    "Larkspur Junction|Juniper Gap|Santa Briona|Copper Lantern|Dos Robledos|Eucalyptus Park|Tamarack Shores",
    "|",
)
TOWNSHIPS = _list(
    "Loon Narrows|Ketterby|Pinehallow|North Ossgood|Marrowmont|Strathbirch|Blackfly Lake|Gullrock|East Fallowby|"
    "Cranberry Reach|Tamarwick|Heronsgate|Upper Dunmarrow|Moosehollow|Silverlode",
    "|",
)
WARDS = _list(
    "Abbey Meadows|Beacon Hill|Canal Side|Cherrytree|Coldharbour|Drovers|Eastgate and Quarry|Fairground|Foundry|"
    "Gallows Hill|Harbour|Lantern Park|Larkfield|Mill Lock|New Pasture|Old Wharf|Paddock Green|Priory|Ropewalk|"
    "St Crispin's|St Elfreda's|Tanners|Tollgate|Upper Moor|Viaduct|Waterside|West Orchard|Windmill",
    "|",
)
ROADS = _list(
    "Anvil Lane|Bakehouse Row|Bellfounder Street|Birch Hollow|Candlemaker Street|Chandlers Way|Clockhouse Lane|"
    "Cooperage Road|Crooked Mile|Dovecote Lane|Ferryman's Walk|Gatehouse Road|Hawthorn Drove|Ironmonger Row|"
    "Kiln Bank|Lamplighter Road|Loom Street|Maltings Road|Nightjar Close|Packhorse Lane|Pinfold Road|Quarrymen's Rise|"
    "Sawpit Lane|Shuttle Street|Skinner's Yard|Spindle Road|Turnpike Hill|Weighbridge Road|Withy Bank|Yew Drive",
    "|",
)
PARTIES = ("Labour", "Conservative", "Liberal Democrat", "Green", "Independent")
SHORT_PARTY = {"Labour": "Lab", "Conservative": "Con", "Liberal Democrat": "LD", "Green": "Green", "Independent": "Ind"}
MONTHS = _list("January February March April May June July August September October November December")


class Dice(random.Random):
    """Seeded chance. A pack in its house style (`house`) always takes the first wording offered."""

    def __init__(self, seed: str, house: bool = False) -> None:
        super().__init__(seed)
        self.house = house
        self.seed_text = seed

    def vary(self, *options: T) -> T:
        """One of several wordings; the first of them in the house style."""
        return options[0] if self.house else self.choice(options)

    def maybe(self, chance: float) -> bool:
        """True with probability `chance`; never in the house style."""
        return not self.house and self.random() < chance

    def fork(self, name: str) -> Dice:
        """Dice of their own, so that drawing again repeats the same throws."""
        return Dice(f"{self.seed_text}/{name}", self.house)


@dataclass(frozen=True)
class Person:
    """An invented person; `title` is Mr, Mrs ..., `honour` a printed MBE or the like."""

    first: str
    last: str
    title: str
    party: str = ""
    honour: str = ""
    ward: str = ""

    @property
    def name(self) -> str:
        """Full name without title."""
        return f"{self.first} {self.last}"

    @property
    def initials(self) -> str:
        """As in "B J Sweetland"."""
        return f"{self.first[0]} {self.last}"

    @property
    def short(self) -> str:
        """As in "Mr Baker"."""
        return f"{self.title} {self.last}"


class People:
    """Makes people, no two with the same surname."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.first = list(FIRST)
        self.last = list(LAST)
        dice.shuffle(self.first)
        dice.shuffle(self.last)

    def one(self, party: str = "", honours: bool = False) -> Person:
        """The next person; `honours` lets some carry an MBE."""
        title = self.dice.choice(("Mr", "Mrs", "Ms", "Mr", "Miss", "Dr"))
        honour = self.dice.choice(("MBE", "OBE")) if honours and self.dice.random() < 0.12 else ""
        first = self.first.pop()
        if not self.first:
            self.first = list(FIRST)
            self.dice.shuffle(self.first)
        return Person(first, self.last.pop(), title, party, honour, self.dice.choice(WARDS))

    def several(self, count: int, parties: Sequence[str] = (), honours: bool = False) -> list[Person]:
        """`count` people, of random parties where given, the first party the most common."""
        weights = [len(parties) - i for i in range(len(parties))]
        return [self.one(self.dice.choices(parties, weights)[0] if parties else "", honours) for _ in range(count)]


def place(dice: Dice) -> str:
    """An invented English place."""
    name = dice.choice(STEMS) + dice.choice(ENDS)
    return RARE.get(name, name)


def day(dice: Dice, weekdays: Sequence[int] = (0, 1, 2, 3)) -> dt.date:
    """A random meeting day; `weekdays` counts Monday as 0."""
    while True:
        found = dt.date(2011, 1, 10) + dt.timedelta(days=dice.randrange(5400))
        if found.weekday() in weekdays and found.month != 8:
            return found


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th ..."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def date_text(date: dt.date, form: str) -> str:
    """`date` in words; `form` uses {d} {th} {month} {y} {weekday}."""
    return form.format(
        d=date.day,
        th=ordinal(date.day),
        month=MONTHS[date.month - 1],
        y=date.year,
        weekday=date.strftime("%A"),
    )


def clock(hour: int, minute: int, form: str) -> str:
    """A time in words: form "dot" 6.30 pm, "colon" 6:30 p.m., "tight" 6.30pm, "hours" 18:30."""
    if form == "hours":
        return f"{hour:02d}:{minute:02d}"
    twelve = hour % 12 or 12
    half = "am" if hour < 12 else "pm"
    if form == "colon":
        return f"{twelve}:{minute:02d} {half[0]}.m."
    return f"{twelve}.{minute:02d}{' ' if form == 'dot' else ''}{half}"


def listing(names: Sequence[str], last: str = " and ") -> str:
    """Names joined by commas, the last by `last`."""
    return ", ".join(names[:-1]) + last + names[-1] if len(names) > 1 else "".join(names)
