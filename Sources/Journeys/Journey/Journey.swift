public import Vocabulary

/// One family's way through the services: what was seen, when, by whom, what came of it and what it cost.
public struct Journey: Sendable {
  /// Which family.
  public var family: FamilyID
  /// The triggers that were seen, in the order of their dates.
  public var occurrences: [TriggerOccurrence] = []
  /// The triggers of which nobody can tell.
  public var untold: [UntoldTrigger] = []
  /// When concern was first seen.
  public var concern: EarliestConcern
  /// From when the agencies' data tell anything; nil for those that delivered nothing.
  public var observed: [ObservedSince] = []
  /// The dates that were reached, in the order of the rules.
  public var thresholds: [ThresholdDate] = []
  /// The first of the thresholds that the pack names as its headline.
  public var headline: ThresholdDate?
  /// From the first sign to the headline.
  public var leadFromFirstSign: LeadTime?
  /// From the earliest concern to the headline; nil where either is not there.
  public var lead: LeadTime?
  /// What was missed in between.
  public var opportunities: [MissedOpportunity] = []
  /// What each agency had to do with the family.
  public var involvement: [Involvement] = []
  /// Different professionals over all agencies.
  public var professionals = 0
  /// Agencies that not everybody meets.
  public var agencies = 0
  /// Times with several agencies and no lead professional.
  public var uncoordinated: [UncoordinatedSpell] = []
  /// Costs; nil where no table was given.
  public var costs: JourneyCosts?
  /// Facts that bear no date and are in nothing above.
  public var undated = 0
}

/// From when an agency's data tell anything: what came before is not known to have been, or not to have been.
public struct ObservedSince: Hashable, Sendable {
  /// The agency, by its place in the vocabulary.
  public var agency: Int
  /// The first day for which everything of some kind was delivered; nil where nothing was.
  public var day: Day?
}
