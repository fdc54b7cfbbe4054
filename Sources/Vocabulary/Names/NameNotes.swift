/// What someone wrote into a name field about the person rather than the name.
public struct NameAnnotations: OptionSet, Hashable, Sendable {
  /// The bits as they are stored.
  public let rawValue: UInt16

  /// Makes a set from its stored bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// "(deceased)", "Dec'd", "RIP".
  public static let deceased = Self(rawValue: 1 << 0)
  /// "(ADOPTED)": the name before adoption must not be drawn into the family after it.
  public static let adopted = Self(rawValue: 1 << 1)
  /// "(fostered)", "foster child".
  public static let fostered = Self(rawValue: 1 << 2)
  /// "(LAC)", "CLA": looked after by the council.
  public static let lookedAfter = Self(rawValue: 1 << 3)
  /// "(twin)", "triplet".
  public static let multipleBirth = Self(rawValue: 1 << 4)
  /// "(restricted)", "confidential", "do not disclose": handle as protected.
  public static let restricted = Self(rawValue: 1 << 5)
  /// "(duplicate)", "DUPLICATE_": a record that its own system disowned.
  public static let duplicate = Self(rawValue: 1 << 6)
  /// "(mother)", "dad", "gran": what the person is to someone else in the extract.
  public static let relation = Self(rawValue: 1 << 7)
}

/// What the reader of a name noticed, for whoever judges how far to trust it.
public struct NameNotes: OptionSet, Hashable, Sendable {
  /// The bits as they are stored.
  public let rawValue: UInt32

  /// Makes a set from its stored bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A filler such as "Unknown" or "Baby Boy" stood for all or part of the name.
  public static let placeholder = Self(rawValue: 1 << 0)
  /// The filler says that the child is not born yet.
  public static let unborn = Self(rawValue: 1 << 1)
  /// Every given name is a single letter.
  public static let initialsOnly = Self(rawValue: 1 << 2)
  /// The surname is a usual forename, and the forename a usual surname or none.
  public static let possiblySwapped = Self(rawValue: 1 << 3)
  /// The field names several people; only the first is here.
  public static let severalPeople = Self(rawValue: 1 << 4)
  /// One word alone, which may be a forename or a surname.
  public static let singleName = Self(rawValue: 1 << 5)
  /// A number stood in the field and was left out.
  public static let identifierInName = Self(rawValue: 1 << 6)
  /// A system's own prefix such as "MIG_ERROR_" was left out.
  public static let systemPrefix = Self(rawValue: 1 << 7)
  /// The field says who someone is to another ("Mother of ..."), not what they are called.
  public static let relationOnly = Self(rawValue: 1 << 8)
  /// A word that is a filler elsewhere ("Test", "Child") stands where a real name may.
  public static let possiblePlaceholder = Self(rawValue: 1 << 9)
  /// Letters of a script that has no plain capitals; shown, not compared.
  public static let otherScript = Self(rawValue: 1 << 10)
  /// Bytes that are not text in UTF-8, replaced in what is shown.
  public static let damagedText = Self(rawValue: 1 << 11)
  /// The surname came first without a comma, told by its capitals.
  public static let surnameFirst = Self(rawValue: 1 << 12)
  /// Honours after the name ("MBE", "PhD") were left out.
  public static let honours = Self(rawValue: 1 << 13)
}
