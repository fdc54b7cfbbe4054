import Vocabulary

/// What was found out about a street: what its houses have in common, in a text of its own.
struct Street: BitwiseCopyable {
  /// Whether its houses have anything in common; not before the street comes a second time.
  enum State: UInt8 {
    case seen, different, common
  }

  var state = State.seen
  /// The parts that are the same for all.
  var saon = TextRange.none
  var paon = TextRange.none
  var street = TextRange.none
  var locality = TextRange.none
  var town = TextRange.none
  var careOf = TextRange.none
  var kind = TextRange.none
  /// What the match key has before the house number, and after it up to the postcode.
  var keyBeforeNumber = TextRange.none
  var keyAfterNumber = TextRange.none
  /// Whether the building in the street is the house number alone, and whether the number is in the match key.
  var hasNumberAsPaon = false
  var hasNumberInKey = false
  /// Whether the address must never be shown.
  var isRefuge = false

  /// A street of which nothing is known yet.
  init() {}

  /// Writes out what the houses of a street have in common, if they have.
  init(_ pattern: AddressPattern?, text: inout BatchText) {
    state = .different
    guard let pattern else { return }
    state = .common
    saon = text.append(pattern.saon)
    paon = text.append(pattern.paon ?? [])
    street = text.append(pattern.street)
    locality = text.append(pattern.locality)
    town = text.append(pattern.town)
    careOf = text.append(pattern.careOf)
    kind = text.append(pattern.kind)
    keyBeforeNumber = text.append(pattern.keyBeforeNumber)
    keyAfterNumber = text.append(pattern.keyAfterNumber ?? [])
    hasNumberAsPaon = pattern.paon == nil
    hasNumberInKey = pattern.keyAfterNumber != nil
    isRefuge = pattern.isRefuge
  }
}
