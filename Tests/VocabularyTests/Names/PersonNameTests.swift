import Testing

@testable import Vocabulary

@Suite struct PersonNameTests {
  struct Shape: CustomTestStringConvertible {
    var field: String
    var given: String
    var surname: String
    var known: String
    var former: [String]
    var aliases: [String]
    var title: NameTitle?
    var generation: GenerationSuffix?
    var annotations: NameAnnotations
    var notes: NameNotes
    var testDescription: String { field }

    init(
      _ field: String, _ given: String, _ surname: String, known: String = "",
      former: [String] = [], aliases: [String] = [], title: NameTitle? = nil,
      generation: GenerationSuffix? = nil, annotations: NameAnnotations = [],
      notes: NameNotes = []
    ) {
      (self.field, self.given, self.surname, self.known) = (field, given, surname, known)
      (self.former, self.aliases, self.title) = (former, aliases, title)
      (self.generation, self.annotations, self.notes) = (generation, annotations, notes)
    }
  }

  static let shapes = [
    Shape("John Smith", "John", "Smith"),
    Shape("JOHN SMITH", "John", "Smith"),
    Shape("john smith", "John", "Smith"),
    Shape("SMITH, John", "John", "Smith"),
    Shape("SMITH,JOHN PAUL", "John Paul", "Smith"),
    Shape("SMITH, John (Jack)", "John", "Smith", known: "Jack"),
    Shape("John 'Jack' Smith", "John", "Smith", known: "Jack"),
    Shape("John \"Jack\" Smith", "John", "Smith", known: "Jack"),
    Shape("John “Jack” Smith", "John", "Smith", known: "Jack"),
    Shape("John Paul SMITH", "John Paul", "Smith"),
    Shape("Maria DE SOUZA", "Maria", "de Souza"),
    Shape(
      "SMITH John (123456)", "John", "Smith", notes: [.identifierInName, .surnameFirst]),
    Shape("SMITH, John 00123456", "John", "Smith", notes: .identifierInName),
    Shape("SMITH-JONES, Mary", "Mary", "Smith-Jones"),
    Shape("Mary Smith-Jones", "Mary", "Smith-Jones"),
    Shape("Mary Smith - Jones", "Mary", "Smith-Jones"),
    Shape("Smith Jones, Mary", "Mary", "Smith Jones"),
    Shape("Mary-Jane Smith", "Mary-Jane", "Smith"),
    Shape(
      "Smith-Jones, Mary aka Mia nee Brown", "Mary", "Smith-Jones", former: ["Brown"],
      aliases: ["Mia"]),
    Shape("Mary Smith née Brown", "Mary", "Smith", former: ["Brown"]),
    Shape("Mary Smith (nee Brown)", "Mary", "Smith", former: ["Brown"]),
    Shape("Mary Smith formerly known as Brown", "Mary", "Smith", former: ["Brown"]),
    Shape("Mary Smith a.k.a. Mia Brown", "Mary", "Smith", aliases: ["Mia Brown"]),
    Shape("Mary Smith A/K/A Mia", "Mary", "Smith", aliases: ["Mia"]),
    Shape("Mary Smith known as Mia", "Mary", "Smith", aliases: ["Mia"]),
    Shape("Mr & Mrs J Smith", "J", "Smith", title: .mr, notes: [.severalPeople, .initialsOnly]),
    Shape("Mr and Mrs Smith", "", "Smith", title: .mr, notes: [.severalPeople, .singleName]),
    Shape("John and Mary Smith", "John", "Smith", notes: .severalPeople),
    Shape(
      "Mr John Smith & Ms Kay Jones", "John", "Smith", title: .mr, notes: .severalPeople),
    Shape("Smith, John & Mary", "John", "Smith", notes: .severalPeople),
    Shape("Mr John Smith", "John", "Smith", title: .mr),
    Shape("Smith, Mr John", "John", "Smith", title: .mr),
    Shape("Smith, John, Mr", "John", "Smith", title: .mr),
    Shape("Mr. J. Smith", "J", "Smith", title: .mr, notes: .initialsOnly),
    Shape("J.R. Smith", "J R", "Smith", notes: .initialsOnly),
    Shape("Dr Mary Smith MBE", "Mary", "Smith", title: .doctor, notes: .honours),
    Shape("John Smith Jr", "John", "Smith", generation: .junior),
    Shape("John Smith, Jr.", "John", "Smith", generation: .junior),
    Shape("SMITH SNR, John", "John", "Smith", generation: .senior),
    Shape("John Smith III", "John", "Smith", generation: .third),
    Shape("John Smith (deceased)", "John", "Smith", annotations: .deceased),
    Shape("John Smith DECEASED", "John", "Smith", annotations: .deceased),
    Shape("John Smith (Dec'd)", "John", "Smith", annotations: .deceased),
    Shape("John Smith R.I.P.", "John", "Smith", annotations: .deceased),
    Shape("SMITH, John (ADOPTED)", "John", "Smith", annotations: .adopted),
    Shape("John Smith (LAC)", "John", "Smith", annotations: .lookedAfter),
    Shape("John Smith (do not disclose)", "John", "Smith", annotations: .restricted),
    Shape("O NEIL, Sean", "Sean", "O'Neil"),
    Shape("Sean O NEIL", "Sean", "O'Neil"),
    Shape("Sean O'NEIL", "Sean", "O'Neil"),
    Shape("Sean O’Neil", "Sean", "O’Neil"),
    Shape("Sean O' Neil", "Sean", "O'Neil"),
    Shape("John O Smith", "John O", "Smith"),
    Shape("Ann Mc Donald", "Ann", "McDonald"),
    Shape("Ann MC-DONALD", "Ann", "McDonald"),
    Shape("ANN MCDONALD", "Ann", "McDonald"),
    Shape("McDONALD, Ann", "Ann", "McDonald"),
    Shape("ANN MACKIE", "Ann", "Mackie"),
    Shape("ANN MACDONALD", "Ann", "MacDonald"),
    Shape("Maria de Souza", "Maria", "de Souza"),
    Shape("DE SOUZA, MARIA", "Maria", "de Souza"),
    Shape("Jan van der Berg", "Jan", "van der Berg"),
    Shape("Omar Al-Hassan", "Omar", "Al-Hassan"),
    Shape("Ann St John", "Ann", "St John"),
    Shape("Ahmed bin Ali", "Ahmed", "bin Ali"),
    Shape("Al Smith", "Al", "Smith"),
    Shape("Van Morrison", "Van", "Morrison"),
    Shape("Smith", "", "Smith", notes: .singleName),
    Shape("Robert", "Robert", "", notes: .singleName),
    Shape("MIG_ERROR_SMITH, John", "John", "Smith", notes: .systemPrefix),
    Shape("NO_SHOW_John Smith", "John", "Smith", notes: .systemPrefix),
    Shape(
      "DUPLICATE_SMITH, John", "John", "Smith", annotations: .duplicate, notes: .systemPrefix),
    Shape("NOT ENTERED Smith, John", "John", "Smith", notes: .systemPrefix),
    Shape("MÜLLER, Zoë", "Zoë", "Müller"),
    Shape("Łukasz WAŁĘSA", "Łukasz", "Wałęsa"),
    Shape("Juan de la Cruz", "Juan", "de la Cruz"),
    Shape("DE LA CRUZ, JUAN", "Juan", "de la Cruz"),
    Shape("DO NOT USE John Smith", "John", "Smith", notes: .systemPrefix),
    Shape("SMITH ROBERT", "Smith", "Robert", notes: .possiblySwapped),
    Shape("Lee Child", "Lee", "Child", notes: .possiblePlaceholder),
    // Letters that an encoding did not have; a question mark that asks says nothing.
    Shape("Adam Wi?niewski", "Adam", "Wi?niewski", notes: .damagedText),
    Shape("WI?NIEWSKI, ADAM", "Adam", "Wi?niewski", notes: .damagedText),
    Shape("Ewa St?pie?", "Ewa", "St?pie", notes: .damagedText),
    Shape("?ukasz Wa??sa", "Ukasz", "Wa??sa", notes: .damagedText),
    Shape("Siân D?BRÓWKA", "Siân", "D?brówka", notes: .damagedText),
    Shape("John? Smith?", "John", "Smith"),
    Shape("李 小龙", "李", "小龙", notes: .otherScript),
    Shape("", "", ""),
    Shape("  ,  ", "", ""),
  ]

  @Test(arguments: shapes) func shape(_ shape: Shape) {
    let name = PersonName.parse(full: shape.field)
    #expect(name.givenNames.text == shape.given)
    #expect(name.surname.text == shape.surname)
    #expect(name.knownAs.text == shape.known)
    #expect(name.formerSurnames.map { $0.text } == shape.former)
    #expect(name.aliases.map { $0.text } == shape.aliases)
    #expect(name.title == shape.title)
    #expect(name.generation == shape.generation)
    #expect(name.annotations == shape.annotations)
    #expect(name.notes == shape.notes)
  }

  @Test(arguments: shapes) func listedFormIsStable(_ shape: Shape) {
    let name = PersonName.parse(full: shape.field)
    guard !name.surname.isEmpty else { return }
    let again = PersonName.parse(full: name.listed)
    #expect(again.givenNames == name.givenNames)
    #expect(again.surname.folded == name.surname.folded)
    #expect(again.knownAs == name.knownAs)
    #expect(again.generation == name.generation)
    #expect(again.listed == name.listed)
  }

  struct Fold: CustomTestStringConvertible {
    var spellings: [String]
    var folded: String
    var testDescription: String { folded }
  }

  static let folds = [
    Fold(spellings: ["O'NEIL", "O NEIL", "O’Neil", "ONEIL", "o'neil", "O`Neil"], folded: "ONEIL"),
    Fold(
      spellings: ["McDonald", "MC DONALD", "MC-DONALD", "Mc Donald", "mcdonald"],
      folded: "MCDONALD"),
    Fold(spellings: ["Smith-Jones", "SMITH JONES", "Smith – Jones"], folded: "SMITH JONES"),
    Fold(spellings: ["de Souza", "DE SOUZA", "De-Souza", "DeSouza"], folded: "DESOUZA"),
    Fold(spellings: ["Wałęsa", "WALESA", "WAŁĘSA"], folded: "WALESA"),
    Fold(spellings: ["Groß", "GROSS", "GROẞ"], folded: "GROSS"),
    Fold(spellings: ["Åse", "Ase", "A\u{30A}se"], folded: "ASE"),
    Fold(spellings: ["Ægir", "AEGIR", "ægir"], folded: "AEGIR"),
    Fold(spellings: ["Nguyễn", "Nguyen", "NGUYỄN"], folded: "NGUYEN"),
    Fold(spellings: ["Đorđević", "Dordevic"], folded: "DORDEVIC"),
    Fold(spellings: ["Şahin", "Sahin"], folded: "SAHIN"),
    Fold(spellings: ["Wi?niewski", "WI??NIEWSKI", "Winiewski"], folded: "WINIEWSKI"),
  ]

  @Test(arguments: folds) func fold(_ fold: Fold) {
    for spelling in fold.spellings {
      #expect(PersonName(forename: "Ann", surname: spelling).surname.folded == fold.folded)
    }
  }

  struct Filler: CustomTestStringConvertible {
    var field: String
    var surname = ""
    var isUnborn = false
    var testDescription: String { field }
  }

  static let fillers =
    [
      "Unknown", "UNK", "N/K", "n.k.", "NK", "N/A", "Not known", "NOT KNOWN", "Baby", "Baby Boy",
      "BABY GIRL", "Male Infant", "Twin 1", "Twin 2", "Test", "Test Test", "ZZZ", "XX", "Child",
      "Mother of", "Mother of John Smith", "Baby of Jane Smith", "Occupier", "The Occupier",
      "No Name", "Not Entered", "Not Given", "Unknown Unknown", "Unknown, Unknown", "Female",
    ].map { Filler(field: $0) }
    + ["Unborn", "Unborn Baby", "UNBORN BABY OF JANE SMITH", "UBB"].map {
      Filler(field: $0, isUnborn: true)
    }
    + [
      Filler(field: "Baby Boy SMITH", surname: "Smith"),
      Filler(field: "SMITH, Baby", surname: "Smith"),
      Filler(field: "Smith, Twin 1", surname: "Smith"),
      Filler(field: "Unknown Smith", surname: "Smith"),
      Filler(field: "Male Infant Smith", surname: "Smith"),
      Filler(field: "Smith, Unborn", surname: "Smith", isUnborn: true),
      Filler(field: "Unborn Smith", surname: "Smith", isUnborn: true),
    ]

  @Test(arguments: fillers) func filler(_ filler: Filler) {
    let name = PersonName.parse(full: filler.field)
    #expect(name.givenNames.isEmpty)
    #expect(name.surname.text == filler.surname)
    #expect(name.isEmpty == filler.surname.isEmpty)
    #expect(name.notes.contains(.placeholder))
    #expect(name.notes.contains(.unborn) == filler.isUnborn)
    #expect(name.placeholderText == filler.field)
  }

  @Test func severalPeopleAreEachRead() {
    func people(_ field: String) -> [String] { PersonName.people(full: field).map { $0.display } }
    #expect(people("Mr & Mrs J Smith") == ["Mr J Smith", "Mrs Smith"])
    #expect(people("Mr and Mrs Smith") == ["Mr Smith", "Mrs Smith"])
    #expect(people("John & Mary Smith") == ["John Smith", "Mary Smith"])
    #expect(people("Mr J Smith & Ms K Jones") == ["Mr J Smith", "Ms K Jones"])
    #expect(people("Smith, John & Mary") == ["John Smith", "Mary Smith"])
    #expect(people("Mr/Mrs Smith") == ["Mr Smith", "Mrs Smith"])
    #expect(people("John Smith") == ["John Smith"])
  }
}
