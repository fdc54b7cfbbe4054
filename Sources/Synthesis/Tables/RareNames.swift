/// What makes the long tail of names: spellings, joined names and forms that few bear.
enum RareNames {
  /// Other spellings of common forenames.
  static let forenameSpellings: [String: [String]] = [
    "Amy": ["Aimee", "Ami"], "Caitlin": ["Kaitlin", "Kaitlyn", "Katelyn"], "Megan": ["Meghan"],
    "Chloe": ["Khloe", "Cloe"], "Abigail": ["Abbigail", "Abigale"], "Lily": ["Lilly", "Lillie"],
    "Ellie": ["Elly", "Elli"], "Evie": ["Evey", "Eve"], "Jessica": ["Jessika"], "Sophie": ["Sofie"],
    "Rebecca": ["Rebekah"], "Rachel": ["Rachael"], "Sarah": ["Sara"], "Hannah": ["Hanna"],
    "Zoe": ["Zoey"], "Lauren": ["Lauryn", "Loren"], "Bethany": ["Bethanie"], "Holly": ["Hollie"],
    "Molly": ["Mollie"], "Keira": ["Kiera", "Kira"], "Niamh": ["Neve", "Neave"],
    "Isabelle": ["Isobel", "Isabel"], "Kayleigh": ["Kayley", "Kaylee", "Caleigh"],
    "Jasmine": ["Jazmin", "Jasmin"], "Courtney": ["Kourtney"], "Danielle": ["Daniella"],
    "Katherine": ["Kathryn", "Catherine", "Katharine"], "Claire": ["Clare"], "Lisa": ["Leesa"],
    "Nicola": ["Nichola"], "Michelle": ["Michele"], "Stacey": ["Stacy"], "Tracey": ["Tracy"],
    "Kelly": ["Kelley", "Kellie"], "Jodie": ["Jody"], "Leanne": ["Lianne"], "Gemma": ["Jemma"],
    "Hayley": ["Hailey", "Haley"], "Ann": ["Anne"], "Susan": ["Suzan"], "Margaret": ["Margret"],
    "Jayden": ["Jaden", "Jaydon", "Jaiden"], "Callum": ["Calum"], "Connor": ["Conor", "Conner"],
    "Kieran": ["Keiran", "Ciaran", "Kieron"], "Rhys": ["Reece", "Reese"], "Liam": ["Lliam"],
    "Aaron": ["Aron", "Arron"], "Aidan": ["Aiden", "Ayden"], "Zachary": ["Zackary", "Zachery"],
    "Bradley": ["Bradlee"], "Riley": ["Rylee", "Reilly"], "Tyler": ["Tylor"], "Jake": ["Jaik"],
    "Harvey": ["Harvie"], "Alfie": ["Alfy"], "Archie": ["Archy"], "Matthew": ["Mathew"],
    "Nathan": ["Nathen"], "Dominic": ["Dominick"], "Sean": ["Shaun", "Shawn"],
    "Stephen": ["Steven", "Stephan"], "Philip": ["Phillip"], "Geoffrey": ["Jeffrey"],
    "Jonathan": ["Johnathan", "Jonathon"], "Alan": ["Allan", "Allen"], "Graham": ["Graeme"],
    "Lewis": ["Louis"], "Logan": ["Logen"], "Kian": ["Kyan"], "Luke": ["Luc"], "Max": ["Maxx"],
  ]

  /// Second halves of joined forenames of girls: Lily-Mae.
  static let girlEndings = ["Mae", "Rose", "Mai", "Grace", "Louise", "Leigh", "Jo", "Ann", "Jayne"]

  /// Second halves of joined forenames of boys: Alfie-James.
  static let boyEndings = ["James", "Lee", "Jay", "Jack", "Ray", "John", "George"]

  /// Other spellings of common surnames.
  static let surnameSpellings: [String: [String]] = [
    "Smith": ["Smyth", "Smythe"], "Clark": ["Clarke"], "Clarke": ["Clerke"], "Brown": ["Browne"],
    "Green": ["Greene"], "Taylor": ["Tayler", "Tailor"], "Thompson": ["Thomson", "Tomson"],
    "Harris": ["Harries"], "Cook": ["Cooke"], "Moore": ["More", "Moor"], "Gray": ["Grey"],
    "Allen": ["Allan", "Alan", "Allin"], "Phillips": ["Philips", "Philipps"], "Reid": ["Reed"],
    "Stephens": ["Stevens"], "Stewart": ["Stuart"], "Davies": ["Davis"], "Bailey": ["Bayley"],
    "Johnson": ["Johnston", "Jonson"], "White": ["Whyte"], "Lee": ["Leigh", "Lea"],
    "Pearce": ["Pierce", "Peirce"], "Harding": ["Hardinge"], "Matthews": ["Mathews"],
    "Marshall": ["Marshal"], "Elliott": ["Elliot", "Eliott"], "Barnes": ["Barns"],
    "Shepherd": ["Sheppard", "Shephard"], "Hewitt": ["Hewett"], "Bennett": ["Bennet"],
    "Barrett": ["Barret"], "Lawrence": ["Laurence"], "Nicholls": ["Nicholas", "Nichols"],
    "Parsons": ["Parson"], "Read": ["Reade"], "Wood": ["Woods"], "Hughes": ["Hughs"],
    "Murray": ["Murrey"], "Burgess": ["Burges"], "Francis": ["Frances"], "Webb": ["Web"],
  ]

  /// What follows Mc, Mac or O'.
  static let gaelicStems = WeightedNames(
    """
    Donald Carthy Kenzie Lean Leod Gregor Intyre Kay Guire Mahon Namara Grath Bride Cann Cormack
    Cullough Dermott Farlane Fadden Gowan Gill Hugh Innes Kee Kenna Kinnon Lachlan Laren Loughlin
    Manus Millan Neill Nulty Pherson Quade Queen Shane Sweeney Tavish Vey Vicar Alister Arthur
    Callum Clean Clure Connell Coy Crae Dowell Dougall Elroy Entee Ewan Garry Gee Ginty Hale
    """, flattening: 40)

  /// First and second parts of surnames from the far west.
  static let westernBeginnings = ["Tre", "Pen", "Pol", "Car", "Ros", "Lan", "Nan", "Bos"]
  static let westernEndings = [
    "gowan", "rose", "vean", "lawny", "hale", "warne", "berthy", "dinnick", "loar", "garth",
    "wartha", "mayne", "sidder", "gear", "worthal", "men", "venna", "keel", "merrin", "carrow",
  ]

  /// First names of long ago from which -s, -son, -kin and -cock make surnames.
  static let fathers = WeightedNames(
    """
    Wat Wil Dick Hob Rob Hodge Sim Tom Adam Alex Ander Ben Dan Gib Gil Greg Hal Har Hew Hud Jack
    Jeff Jen Law Mat Mick Nel Nick Pat Per Pet Phil Ral Rich Rod Row San Step Ted Wal
    """, flattening: 60)
  static let fatherEndings = ["kins", "kinson", "son", "cock", "man", "kin", "cox", "ley", "mott"]
}
