"""Names, streets and places that invented people are made of, with how common each is."""

import numpy as np

# The forty most usual of each sex carry about half of a population; a long tail carries the rest.
MALE = """oliver jack harry james william thomas george john david michael paul andrew mark
stephen peter christopher robert richard daniel matthew joseph samuel charlie jacob alfie
mohammed ali ahmed ryan liam connor callum kevin ian alan brian keith barry gary neil simon
adam ben luke jake josh kieran sean patrick anthony edward henry arthur frederick albert
ernest walter stanley leonard harold victor dennis raymond roy derek kenneth gordon ronald
colin trevor nigel graham stuart craig darren lee wayne dean scott jamie tyler jordan reece
aaron nathan dominic gabriel elijah isaac noah ethan lucas leo max oscar archie freddie
theo finley mason logan hassan hussein ibrahim yusuf omar imran tariq rajesh sanjay vikram
arjun piotr krzysztof tomasz marek jan andrei ion kwame kofi emeka tunde chidi""".split()

FEMALE = """olivia amelia emily isla ava jessica sophie lily mary margaret susan patricia
linda barbara elizabeth jennifer sarah karen helen nicola claire lisa emma rebecca laura
gemma rachel hannah charlotte lucy chloe megan bethany holly ellie ella eleanor grace freya
poppy daisy rosie ruby evie millie molly katie amy zoe kelly kirsty leanne stacey tracey
sharon donna michelle deborah julie jacqueline angela wendy christine carol janet jean joan
dorothy doris edith ethel florence elsie gladys hilda irene vera winifred ivy violet rose
alice annie martha esther ruth naomi abigail phoebe matilda martha imogen harriet georgia
fatima aisha zainab maryam khadija amina nadia priya anjali deepa sunita agnieszka katarzyna
magdalena joanna ewa elena ioana adaeze ngozi folake abena""".split()

NICKNAMES = {
    "william": "bill will billy", "robert": "bob rob bobby", "richard": "rick dick richie",
    "james": "jim jamie jimmy", "john": "jack johnny", "thomas": "tom tommy", "michael": "mike mick",
    "david": "dave", "christopher": "chris", "daniel": "dan danny", "matthew": "matt",
    "joseph": "joe joey", "samuel": "sam", "andrew": "andy drew", "anthony": "tony",
    "edward": "ed ted eddie", "henry": "harry", "stephen": "steve", "peter": "pete",
    "kenneth": "ken", "ronald": "ron", "raymond": "ray", "leonard": "len", "frederick": "fred",
    "albert": "bert", "alfred": "alf", "patrick": "pat paddy", "nathan": "nate", "charles": "charlie",
    "benjamin": "ben", "george": "geordie", "nicholas": "nick", "francis": "frank",
    "elizabeth": "liz beth betty lizzie", "margaret": "maggie peggy meg", "susan": "sue",
    "patricia": "pat trish", "jennifer": "jenny jen", "deborah": "debbie deb",
    "jacqueline": "jackie", "katherine": "kate kathy", "katie": "kate", "rebecca": "becky",
    "eleanor": "ellie nell", "dorothy": "dot", "christine": "chris", "michelle": "shelly",
    "victoria": "vicky", "charlotte": "lottie", "amelia": "millie", "abigail": "abby",
    "mohammed": "mohamed muhammad mohammad", "ahmed": "ahmad", "yusuf": "yousuf",
    "aisha": "ayesha", "fatima": "fatimah", "mary": "polly molly", "ann": "nancy annie",
    "sarah": "sally sara", "isabella": "bella", "alexander": "alex", "harriet": "hattie",
}
NICKNAMES = {name: short.split() for name, short in NICKNAMES.items()}

COMMON_SURNAMES = """smith jones taylor brown williams wilson johnson davies robinson wright
thompson evans walker white roberts green hall wood jackson clarke patel khan lewis james
phillips mason mitchell rose davis rodgers cox alexander marshall ali hussain ahmed begum
singh kaur shah murphy kelly osullivan ryan campbell stewart macdonald morrison reid murray
cooper harris hill king turner parker edwards collins morgan bell baker adams allen shaw
watson bennett gray cook price richardson carter hughes ward turner moore clark harrison scott
martin young morris rogers nowak kowalski popescu okafor mensah adeyemi begum rahman chowdhury""".split()

_STARTS = """ash beck birch black brad brand brom brook bur carl chad chal charl clay cold
crow dal den ded dray dun east eld elm fair farn fen ferr fox gar glan gold grim had hal ham
har hart hathe haw hazel hed hether hol hop horn hum hurl kel ken kil kirk lamb lang lath led
ley lin lock long lud mar mel mid mil mor nor oak old orm os pem pen pick pol pres rad ram red
ring rock rom rud rush sal sand sel shel ship sil skel stan stock stone strat sut swin tad tar
thorn til tor tun under up wad wal war wash wat web wel wen west whit wil win wood wyn yar""".split()
_ENDS = """ley ton ham worth by wick ford field wood bury den well stead combe croft dale gate
grave hurst land low man mer mont more ning over ridge shaw son sley stone thorpe try ville
water way wright wyn yard""".split()

STREETS = """high church station london victoria park albert mill green chapel school york
queens kings windsor manor springfield grange west east north south new broad orchard meadow
elm oak beech cedar willow ash holly lime maple poplar river bridge castle abbey priory market
stanley clarence alexandra george richmond salisbury cambridge oxford warwick stafford derby
lincoln bedford norfolk suffolk essex dorset devon somerset cornwall hill valley garden
nursery quarry railway dock harbour cliff shore bay common heath moor wood forest warren""".split()
STREET_KINDS = "road street lane avenue close drive way gardens crescent court grove place".split()


def tail_of_surnames() -> np.ndarray:
    """Some five thousand surnames that sound of this country, the rarer the later."""
    made = [start + end for end in _ENDS for start in _STARTS]
    order = np.random.default_rng(7).permutation(len(made))
    return np.array(made, dtype=object)[order]


def zipf(count: int, flatness: float = 3.0, exponent: float = 1.0) -> np.ndarray:
    """Shares of `count` values, falling as their rank rises."""
    shares = 1.0 / (np.arange(count) + flatness) ** exponent
    return shares / shares.sum()


def surnames() -> tuple[np.ndarray, np.ndarray]:
    """Every surname, and its share of the people."""
    common, tail = np.array(COMMON_SURNAMES, dtype=object), tail_of_surnames()
    shares = np.concatenate([0.3 * zipf(len(common), 8), 0.7 * zipf(len(tail), 200)])
    return np.concatenate([common, tail]), shares


def first_names(names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Every first name of one sex, with rarer spellings of each, and its share."""
    rarer = [name + end for name in names for end in ("e", "ie", "an", "a", "y")]
    both = np.array(names + rarer, dtype=object)
    return both, np.concatenate([0.93 * zipf(len(names), 8), 0.07 * zipf(len(rarer), 100)])
