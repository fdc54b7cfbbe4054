/// When a criterion is met: a tree whose leaves ask about facts.
public indirect enum Rule: Sendable, Equatable {
  /// Another criterion of the pack.
  case criterion(String)
  /// At least so many of the rules; all or any of them are the ends of this.
  case atLeast(Int, [Rule])
  /// All of those rules that apply.
  case allRelevant([Rule])
  /// The opposite.
  case not(Rule)
  /// What points to it without proving it: met, it leaves the answer open.
  case perhaps(Rule)
  /// One person of the group meets all of it.
  case some(group: String, Rule)
  /// Every person of the group meets it.
  case every(group: String, Rule)
  /// So many facts.
  case facts(FactsRule)
  /// What the latest of several facts says.
  case latest(LatestRule)
  /// So large a part of what is measured.
  case measure(MeasureRule)
  /// So large a part of what happened.
  case share(ShareRule)
  /// So much less than before.
  case fall(FallRule)
  /// So many days within episodes.
  case spell(SpellRule)
  /// Something that was due and did not happen.
  case unanswered(UnansweredRule)
  /// The family has someone of the group.
  case member(group: String)
  /// Sources cover the time.
  case covered(kinds: [String], window: Window)
  /// People decide.
  case decision(String)
  /// Nothing in the vocabulary says it.
  case notComputable(String)
}

/// How a fact has to lie in time.
public enum FactTiming: String, Sendable, Equatable {
  /// It happened, or began, within the window.
  case happened
  /// It is going on at the end of the window.
  case open
  /// It was going on at some time within the window.
  case overlaps
}

/// A test of a fact's coded detail.
public struct DetailTest: Sendable, Equatable {
  /// The attribute.
  public var attribute: String
  /// The values that pass, or that fail if the test is of the opposite.
  public var values: [String]
  /// Whether the values are those that fail.
  public var isOpposite: Bool
}

/// What facts are counted by.
public enum CountedBy: Sendable, Equatable {
  /// Each fact is one.
  case facts
  /// All on one day are one.
  case days
  /// All of one agency are one.
  case agencies
  /// All of one professional are one.
  case professionals
  /// All of one person are one.
  case people
  /// All with one value of the attribute are one.
  case attribute(String)
  /// Each fact counts as many as the number in its attribute says.
  case amount(String)
}

/// So many facts of some kinds, somewhere in time.
public struct FactsRule: Sendable, Equatable {
  var kinds: [String]
  var timing: FactTiming
  var window: Window
  var group: String?
  var details: [DetailTest] = []
  var least: Int = 1
  var countedBy = CountedBy.facts
  var isSilenceTrusted = false
}

/// What the latest fact of some kinds says.
public struct LatestRule: Sendable, Equatable {
  var among: [String]
  var wanted: [String]
  var unknown: [String]
  var window: Window
  var group: String?
  var details: [DetailTest] = []
}

/// How a share is compared with its threshold.
public enum Comparison: String, Sendable, CaseIterable {
  case atLeast = "at_least"
  case moreThan = "more_than"
  case atMost = "at_most"
  case below
}

/// An exact share such as 15% or 12.5%.
public struct Share: Sendable, Equatable {
  /// So many.
  public var part: Int
  /// Of so many.
  public var whole: Int
}

/// A part of a measured whole, summed over facts of one person.
public struct MeasureRule: Sendable, Equatable {
  var kinds: [String]
  var whole: String
  var window: Window
  var comparison: Comparison
  var share: Share
  var minimum: Int
}

/// The facts of some kinds as a part of those of more kinds.
public struct ShareRule: Sendable, Equatable {
  var kinds: [String]
  var among: [String]
  var window: Window
  var group: String?
  var comparison: Comparison
  var share: Share
  var minimum: Int
}

/// Fewer facts in one window than in another.
public struct FallRule: Sendable, Equatable {
  var kinds: [String]
  var before: Window
  var now: Window
  var group: String?
  var share: Share
}

/// Enough days of a window lying within episodes.
public struct SpellRule: Sendable, Equatable {
  var kinds: [String]
  var window: Window
  var days: Int
  var isUnbroken: Bool
  var group: String?
}

/// A fact that no other one answered in time.
public struct UnansweredRule: Sendable, Equatable {
  var kinds: [String]
  var answers: [String]
  var same: String?
  var grace: Int
  var window: Window
  var group: String?
}
