/// What a folded word may be in a name besides a name; a word may be several of these.
struct NameWord: OptionSet, Sendable {
  let rawValue: UInt32

  static let title = Self(rawValue: 1 << 0)
  static let generation = Self(rawValue: 1 << 1)
  static let honour = Self(rawValue: 1 << 2)
  /// Goes with the surname after it wherever it stands: "de", "von".
  static let prefix = Self(rawValue: 1 << 3)
  /// Goes with the surname after it unless it would leave no forename: "Al Smith", "Van Morrison".
  static let timidPrefix = Self(rawValue: 1 << 4)
  /// Written without a gap: "Mc Donald".
  static let fusedPrefix = Self(rawValue: 1 << 5)
  /// Small in the middle of a name: "de Souza".
  static let smallPrefix = Self(rawValue: 1 << 6)
  static let aliasMarker = Self(rawValue: 1 << 7)
  static let formerMarker = Self(rawValue: 1 << 8)
  static let joinsPeople = Self(rawValue: 1 << 9)
  /// Never a name: "Unknown".
  static let placeholder = Self(rawValue: 1 << 10)
  /// No name where a forename is due; a surname all the same: "Baby Smith", "Lee Child".
  static let weakPlaceholder = Self(rawValue: 1 << 11)
  static let unborn = Self(rawValue: 1 << 12)
  static let annotation = Self(rawValue: 1 << 13)
  /// An annotation even without brackets around it.
  static let plainAnnotation = Self(rawValue: 1 << 14)
  /// "Mother of", "baby of", and the other words that start or join a phrase.
  static let phrase = Self(rawValue: 1 << 15)

  /// The title, suffix or annotation itself, in the upper half.
  var payload: Int { Int(rawValue >> 16) }

  func with(payload: Int) -> Self { Self(rawValue: rawValue | UInt32(payload) << 16) }

  var titleMeant: NameTitle? {
    contains(.title) ? NameTitle.allCases[payload & 0xFF] : nil
  }

  var generationMeant: GenerationSuffix? {
    contains(.generation) ? GenerationSuffix.allCases[payload & 0xFF] : nil
  }

  var annotationsMeant: NameAnnotations {
    contains(.annotation) ? NameAnnotations(rawValue: UInt16(payload)) : []
  }

  /// What the word may be; nothing for most words.
  static func meaning(of word: PackedWord) -> Self { Self(rawValue: table[word]) }

  private static let table: WordTable = {
    var entries: [(word: String, value: UInt32)] = []
    func add(_ words: String, _ meaning: NameWord, payload: Int = 0) {
      for word in words.split(separator: " ") {
        entries.append((String(word), meaning.with(payload: payload).rawValue))
      }
    }
    for (index, title) in NameTitle.allCases.enumerated() {
      add(title.spellings, .title, payload: index)
    }
    for (index, suffix) in GenerationSuffix.allCases.enumerated() {
      add(suffix.spellings, .generation, payload: index)
    }
    for (words, meaning) in plainWords { add(words, meaning) }
    for (words, meaning, annotations) in annotationWords {
      add(words, meaning, payload: Int(annotations.rawValue))
    }
    return WordTable(entries)
  }()

  private static let plainWords: [(String, NameWord)] = [
    ("OBE MBE CBE BEM PHD QPM RGN MSC BSC ESQ ESQUIRE", .honour),
    ("DE DOS DAS DEL DELLA DI DU VON", [.prefix, .smallPrefix]),
    ("DA DO VAN DEN DER TER TEN BIN BINT IBN", [.timidPrefix, .smallPrefix]),
    ("ST SAINT FITZ", .prefix),
    ("AL EL LE LA LAS LOS LO AP AB ABU BEN BAR ABD ABDUL ABDEL", .timidPrefix),
    ("MC", [.prefix, .fusedPrefix]),
    ("MAC", [.timidPrefix, .fusedPrefix]),
    ("AKA ALIAS", .aliasMarker),
    ("NEE FKA FORMERLY BORN PREVIOUSLY PREV MAIDEN", .formerMarker),
    ("AND", .joinsPeople),
    (
      "UNKNOWN UNK UNKOWN UNKNWN UNNAMED NK UNIDENTIFIED OCCUPIER OCCUPANT TENANT RESIDENT "
        + "ANONYMOUS ANON NOTKNOWN NONAME TBC TBA VOID HOUSEHOLDER DUMMY NOFORENAME NOSURNAME",
      .placeholder
    ),
    ("UNBORN UBB", [.placeholder, .unborn]),
    (
      "BABY INFANT NEWBORN MALE FEMALE BOY GIRL CHILD TEST TESTER TESTING PATIENT PERSON ADULT",
      .weakPlaceholder
    ),
    ("MUM DAD MUMMY DADDY MOTHER FATHER", .weakPlaceholder),
    ("MOTHER FATHER MUM DAD PARENT WIFE HUSBAND PARTNER GUARDIAN CARER SON DAUGHTER", .phrase),
    ("BROTHER SISTER SIBLING BABY INFANT CHILD UNBORN TWIN FOETUS", .phrase),
    ("A AS DO DUPLICATE F I K KNOWN MIG N NO NOT OF P R THE", .phrase),
  ]

  private static let annotationWords: [(String, NameWord, NameAnnotations)] = [
    ("DECEASED DECD RIP", [.annotation, .plainAnnotation], .deceased),
    ("DEC DIED DEAD LATE", .annotation, .deceased),
    ("ADOPTED", [.annotation, .plainAnnotation], .adopted),
    ("ADOPTION ADOPTIVE PREADOPTION", .annotation, .adopted),
    ("FOSTER FOSTERED", .annotation, .fostered),
    ("LAC CLA", .annotation, .lookedAfter),
    ("TWIN TWINS TRIPLET TRIPLETS", [.annotation, .weakPlaceholder], .multipleBirth),
    ("RESTRICTED CONFIDENTIAL PROTECTED SENSITIVE DISCLOSE", .annotation, .restricted),
    ("DUPLICATE DUP", .annotation, .duplicate),
    (
      "MOTHER FATHER MUM DAD PARENT STEPFATHER STEPMOTHER GRAN NAN GRANDMOTHER GRANDFATHER",
      .annotation, .relation
    ),
    ("GUARDIAN CARER SISTER BROTHER SIBLING PARTNER", .annotation, .relation),
  ]
}
