import Vocabulary

/// The rules about contacts and missed opportunities, ready for one case file.
struct CompiledContacts {
  /// What each kind is, by its place in the vocabulary.
  var isMet: [Bool]
  var isMissed: [Bool]
  var isAssessment: [Bool]
  var isPlan: [Bool]
  var lead: Int
  var outcomes: [CompiledSelector]
  var thresholds: [CompiledSelector]
  var providers: [Int32]

  init(_ rules: JourneyRules, words: CaseWords) {
    let contacts = rules.contacts
    func marks(_ kinds: [Int]) -> [Bool] {
      var marks = Array(repeating: false, count: Int(UInt16.max) + 1)
      for kind in kinds { marks[kind] = true }
      return marks
    }
    isMet = marks(contacts.met)
    isMissed = marks(contacts.missed)
    isAssessment = marks(contacts.assessments)
    isPlan = marks(rules.missed.plans)
    lead = contacts.lead
    outcomes = rules.missed.outcomes.map { CompiledSelector($0, words: words) }
    thresholds = rules.thresholds.map { CompiledSelector($0.selector, words: words) }
    providers = contacts.providers.compactMap { words.known($0) }
  }
}

/// Which agency each kind of fact is of, and whether everybody meets that agency.
struct AgencyIndex {
  let agency: [Int]
  let isUniversal: [Bool]
  let names: [String]

  init(_ vocabulary: FactVocabulary) {
    names = vocabulary.agencies.map(\.name)
    isUniversal = vocabulary.agencies.map(\.isUniversal)
    let places = [String: Int](
      uniqueKeysWithValues: vocabulary.agencies.enumerated().map { ($1.name, $0) })
    agency = vocabulary.kinds.map { places[$0.agency] ?? 0 }
  }
}
