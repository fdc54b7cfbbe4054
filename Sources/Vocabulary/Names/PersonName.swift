/// A person's name as one extract gives it, taken apart without losing a word that is a name.
///
/// What a filler stands for is absent: "Baby Boy SMITH" has a surname and no given name. The parts
/// say what was written; which of them matter for matching is for linkage to say.
public struct PersonName: Hashable, Sendable {
  /// The form of address, if there is one that is known.
  public var title: NameTitle?
  /// First and middle names in order; a hyphenated name is two parts.
  public var givenNames: [NamePart] = []
  /// The parts of the surname in order.
  public var surname: [NamePart] = []
  /// What the person is called: "(Bob)", "known as Bob".
  public var knownAs: [NamePart] = []
  /// Surnames that the person had before, each in its parts.
  public var formerSurnames: [[NamePart]] = []
  /// Other names given after "aka" or "alias", each in its parts.
  public var aliases: [[NamePart]] = []
  /// "Jr", "Snr", "II" and the like.
  public var generation: GenerationSuffix?
  /// What was written about the person in the field.
  public var annotations: NameAnnotations = []
  /// What the reader should know before trusting the name.
  public var notes: NameNotes = []
  /// The text of the whole field where a filler stood in it, as it was given.
  public var placeholderText: String?

  /// Makes a name without any part.
  public init() {}

  /// The first given name.
  public var firstName: NamePart? { givenNames.first }

  /// The given names after the first.
  public var middleNames: ArraySlice<NamePart> { givenNames.dropFirst() }

  /// Whether there is nothing to match on.
  public var isEmpty: Bool {
    givenNames.isEmpty && surname.isEmpty && knownAs.isEmpty && aliases.isEmpty
  }

  /// The name as a person would write it: "Dr Mary Anne Smith-Jones Jr".
  public var display: String {
    var words: [String] = []
    if let title { words.append(title.text) }
    if !givenNames.isEmpty { words.append(givenNames.text) }
    if !surname.isEmpty { words.append(surname.text) }
    if let generation { words.append(generation.text) }
    return words.joined(separator: " ")
  }

  /// The name as lists show it, surname first: "Smith-Jones, Mary Anne (Mia)".
  ///
  /// Reading this form again gives the same given names, surname, generation and known-as name.
  public var listed: String {
    var text = surname.text
    if let generation { text += (text.isEmpty ? "" : " ") + generation.text }
    if !givenNames.isEmpty || !knownAs.isEmpty { text += "," }
    if !givenNames.isEmpty { text += " " + givenNames.text }
    if !knownAs.isEmpty { text += " (" + knownAs.text + ")" }
    return text
  }
}
