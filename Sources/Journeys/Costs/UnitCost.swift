public import Vocabulary

/// What one of something costs the public purse, by a published estimate.
public struct UnitCost: Hashable, Sendable {
  /// What it is paid for.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case each, hour, week, year
    case halfYear = "half-year"

    /// How many days one of it lasts; nil for what is counted one by one.
    var days: Int? {
      switch self {
      case .each, .hour: nil
      case .week: 7
      case .halfYear: 183
      case .year: 365
      }
    }
  }

  /// How good the estimate is, in the colours of its source.
  public enum Quality: String, Hashable, Sendable, CaseIterable {
    case green, amber, red
  }

  /// Whether it is spent on what went wrong, or so that it does not.
  public enum Stance: String, Hashable, Sendable, CaseIterable {
    case reactive, preventive
  }

  /// The key by which the vocabulary's kinds name it.
  public var key: String
  /// The row's number in its source.
  public var code: String
  /// What it is, as one would say it.
  public var title: String
  /// What it is paid for.
  public var unit: Unit
  /// The amount as published.
  public var published: Pence
  /// The financial year of the published amount, such as `2010/11`.
  public var year: String
  /// The amount in the prices of the table's year.
  public var amount: Pence
  /// How good it is.
  public var quality: Quality
  /// Reactive or preventive.
  public var stance: Stance
  /// Where it was first published.
  public var source: String
  /// The name of what may already hold it; of two costs of one matter, the dearer counts alone.
  public var overlap: String?
  /// The share of a measure from which it applies, in percent.
  public var fromPercent: Int?
}

/// How costs are told to be of one matter.
public struct CostOverlap: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The details that number the matter, such as `incident`.
  public var by: [String]
  /// Whether costs of one day are of one matter where no two numbers of one sort say otherwise.
  public var isSameDay: Bool
  /// Whether one number with another start is another matter, as with a family's second plan.
  public var isPerStart: Bool
  /// Whether a person's costs are of one matter where no number says otherwise, as with a first offence.
  public var isPerPerson: Bool
}
