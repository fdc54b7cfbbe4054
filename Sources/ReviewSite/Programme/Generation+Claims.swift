import SQLiteAccess
import Store
import Vocabulary

extension Generation {
  /// What the run's data says differently of claims that are locked.
  func claimDifferences() throws(DatabaseError) -> [ClaimID: [String]] {
    let found = try read { (file) throws(DatabaseError) in try file.claimDifferences() }
    return Dictionary(uniqueKeysWithValues: found.map { (ClaimID($0), $1) })
  }
}
