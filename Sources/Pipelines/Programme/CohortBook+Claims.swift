import Claims
import Cohorts
import Vocabulary

extension CohortBook {
  /// Families' lives with the results of the claims that stand: nobody has to note once more what was claimed, and no count
  /// has fewer results than claims.
  init(
    _ entries: [CohortEntry], claims: [ClaimEntry], successors: [FamilyID: FamilyID]
  ) {
    self.init(entries, successors: successors)
    var book = ClaimBook()
    book.replay(claims)
    for state in book.all where state.occupies && state.origin.isEmpty {
      guard let claim = state.locked else { continue }
      note(claim.results, of: claim.family, attachedOn: claim.attachedOn)
    }
  }
}
