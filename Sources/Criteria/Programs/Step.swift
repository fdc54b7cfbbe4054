/// What a step of a program does.
enum Operation: UInt8 {
  case atLeast, allRelevant, not, perhaps, some, every, facts, latest, measure, share, fall, spell,
    unanswered, member, covered, decision, notComputable, criterion
}

/// By what the facts of a step are counted.
enum CountDimension: UInt8 {
  case facts, days, agencies, professionals, people, attribute, amount
}

/// One rule as numbers: everything it names is a place in one of the program's lists.
struct Step {
  var operation: Operation
  /// The rules under it, by places in ``CriteriaProgram/children``.
  var children: Range<Int32> = 0..<0
  /// The kinds it asks for, by places in ``CriteriaProgram/slots``.
  var kinds: Range<Int32> = 0..<0
  /// The kinds it sets them against: the whole, the answers, those wanted among the latest.
  var others: Range<Int32> = 0..<0
  /// The kinds that say that the source cannot say.
  var unknown: Range<Int32> = 0..<0
  /// Its tests of details, by places in ``CriteriaProgram/tests``.
  var tests: Range<Int32> = 0..<0
  /// The group's place; -1 for anyone and the family's address.
  var group: Int = -1
  /// The window's place.
  var window: Int = -1
  /// The place of the window it is compared with.
  var otherWindow: Int = -1
  /// How many it takes.
  var least: Int32 = 1
  /// How many there have to be for a share to mean anything.
  var minimum: Int32 = 1
  /// The part of the share it takes.
  var part: Int64 = 0
  /// The whole of the share it takes.
  var whole: Int64 = 1
  /// Days of grace.
  var days: Int = 0
  /// The attribute by which it counts or matches, by its place in ``CriteriaProgram/names``; -1 for none.
  var attribute: Int = -1
  /// The criterion it stands for.
  var criterion: Int = -1
  var timing = FactTiming.happened
  var dimension = CountDimension.facts
  var comparison = Comparison.atLeast
  var isSilenceTrusted = false
  var isUnbroken = false
}

/// A test of a detail as numbers.
struct StepTest {
  /// The attribute, by its place in ``CriteriaProgram/names``.
  var name: Int
  /// The values, by places in ``CriteriaProgram/names``.
  var values: Range<Int>
  var isOpposite: Bool
}
