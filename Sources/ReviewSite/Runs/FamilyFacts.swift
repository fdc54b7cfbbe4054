import Pipelines
import Store
import Vocabulary

/// What a run has of a family: the same for everybody, and more than some may see.
struct FamilyFacts: Sendable {
  let account: FamilyAccount
  let kin: [FamilyKin]
  let lineage: [LineageRow]
  let journey: JourneyAccount?
  /// What the packs come to; nil where the pipeline can't be read any more.
  let criteria: [FamilyCriteria]?

  /// Reads a family; nil where the run has none of the id.
  init?(_ id: FamilyID, _ file: inout RunFile, _ desk: FamilyDesk?) throws {
    guard let account = try file.familyAccount(id.value) else { return nil }
    self.account = account
    journey = try file.hasJourneys() ? try file.journeyAccount(id.value) : nil
    criteria = try desk?.criteria(of: id, in: &file)
    kin = try file.familyKin(id.value)
    lineage = try file.lineage(ofFamily: id.value)
  }
}
