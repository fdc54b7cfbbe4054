public import Vocabulary

/// A pack as a flat list of steps, ready to be bound to a date and asked of families.
public struct CriteriaProgram: Sendable {
  /// The pack.
  public let pack: CriteriaPack
  /// The words of the pack.
  public let vocabulary: FactVocabulary

  var steps: [Step] = []
  /// The first step of each criterion.
  var roots: [Int32] = []
  var children: [Int32] = []
  /// The kinds that steps ask for, by their slots.
  var slots: [Int16] = []
  /// The slot of each kind of the vocabulary; -1 where no rule asks for it.
  var slotOfKind: [Int16]
  /// The kind of each slot.
  var kindOfSlot: [UInt16] = []
  /// The agency of each kind of the vocabulary.
  var agencyOfKind: [UInt8]
  var tests: [StepTest] = []
  var names: [String] = []
  var windows: [Window] = []
  /// The slot that says at which unit a person was, for each slot; -1 where the kind is told for all at once.
  var listingSlot: [Int16] = []
  /// The attribute that names the unit, for each slot, by its place in ``names``.
  var unitName: [Int] = []

  var kindPlaces: [String: UInt16] = [:]

  /// Compiles a pack that was read with the same vocabulary.
  public init(_ pack: CriteriaPack, vocabulary: FactVocabulary) {
    self.pack = pack
    self.vocabulary = vocabulary
    slotOfKind = Array(repeating: -1, count: vocabulary.kinds.count)
    agencyOfKind = vocabulary.kinds.map { kind in
      UInt8(vocabulary.agencies.firstIndex { $0.name == kind.agency } ?? 0)
    }
    for (place, kind) in vocabulary.kinds.enumerated() { kindPlaces[kind.name] = UInt16(place) }
    for criterion in pack.criteria { roots.append(add(criterion.rule)) }
    addUnits()
  }
}
