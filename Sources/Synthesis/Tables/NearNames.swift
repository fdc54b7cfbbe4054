/// Names that are easy to take for one another.
enum NearNames {
  /// Pairs that parents give to twin girls.
  static let twinGirls: [(String, String)] = [
    ("Ella", "Ellie"), ("Lily", "Millie"), ("Amy", "Amelia"), ("Holly", "Hollie"), ("Mia", "Maya"),
    ("Lacey", "Lexie"), ("Ruby", "Rosie"), ("Eva", "Evie"), ("Hannah", "Anna"), ("Leah", "Lea"),
  ]

  /// Pairs that parents give to twin boys.
  static let twinBoys: [(String, String)] = [
    ("Jayden", "Jaden"), ("Harry", "Harley"), ("Jake", "Jack"), ("Callum", "Cameron"),
    ("Alfie", "Archie"), ("Reece", "Rhys"), ("Kian", "Kieran"), ("Mason", "Max"), ("Ben", "Blake"),
  ]

  /// What people called so are known as.
  static let knownAs: [String: [String]] = [
    "Elizabeth": ["Liz", "Beth", "Lizzie", "Betty"], "Katherine": ["Kate", "Katie", "Kathy"],
    "Catherine": ["Cath", "Kate"], "Margaret": ["Maggie", "Peggy", "Meg"],
    "Patricia": ["Pat", "Trish"], "Susan": ["Sue"], "Christine": ["Chris", "Tina"],
    "Jennifer": ["Jenny", "Jen"], "Rebecca": ["Becky", "Becca"], "Victoria": ["Vicky", "Tori"],
    "Samantha": ["Sam"], "Alexandra": ["Alex", "Lexi"], "Abigail": ["Abbie", "Gail"],
    "Stephanie": ["Steph"], "Jacqueline": ["Jackie"], "Deborah": ["Debbie"], "Amanda": ["Mandy"],
    "Natasha": ["Tash"], "Charlotte": ["Charlie", "Lottie"], "Isabelle": ["Izzy", "Belle"],
    "Isabella": ["Bella", "Izzy"], "Jessica": ["Jess"], "Michelle": ["Shell"],
    "Danielle": ["Dani"], "Eleanor": ["Ellie", "Nell"], "Georgina": ["Georgie"],
    "Robert": ["Rob", "Bob", "Bobby"], "William": ["Will", "Bill", "Billy"],
    "Richard": ["Rick", "Dick", "Richie"], "James": ["Jim", "Jamie", "Jimmy"],
    "Thomas": ["Tom", "Tommy"], "Michael": ["Mike", "Mick"], "Christopher": ["Chris"],
    "Matthew": ["Matt"], "Anthony": ["Tony"], "Andrew": ["Andy", "Drew"],
    "Daniel": ["Dan", "Danny"],
    "Joshua": ["Josh"], "Samuel": ["Sam"], "Benjamin": ["Ben"], "Joseph": ["Joe"],
    "Edward": ["Ted", "Ed", "Eddie"], "Alexander": ["Alex", "Sandy"], "Nicholas": ["Nick"],
    "Stephen": ["Steve"], "Steven": ["Steve"], "David": ["Dave"], "Kenneth": ["Ken"],
    "Ronald": ["Ron"], "Frederick": ["Fred", "Freddie"], "Charles": ["Charlie", "Chuck"],
    "Philip": ["Phil"], "Peter": ["Pete"], "Gregory": ["Greg"], "Jonathan": ["Jon"],
    "Timothy": ["Tim"], "Mohammed": ["Mo"], "Muhammad": ["Mo"], "Mohamed": ["Mo"],
    "Abdul": ["Ab"], "Aleksandra": ["Ola"], "Katarzyna": ["Kasia"], "Małgorzata": ["Gosia"],
    "Agnieszka": ["Aga"], "Krzysztof": ["Krzys", "Chris"], "Jakub": ["Kuba"],
  ]
}
