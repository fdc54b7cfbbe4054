import Pipelines
import Store

/// The families that a person at the terminal means by an id.
enum MeantFamilies {
  /// The number of an id as it is typed, which may be a family's or a person's.
  static func number(_ id: String) throws -> Int64 {
    guard let number = UInt64(id, radix: 16) else {
      throw CommandFailure(
        .usage,
        Problem(
          "the id is no id of a family or a person",
          advice: "Ids are sixteen digits and letters from a to f, as 00f3a9c1d27be604."))
    }
    return Int64(bitPattern: number)
  }

  /// The family with the number, or those that the person with it belongs to; there is at least one.
  ///
  /// `list` says where the ids can be looked up.
  static func ids(_ number: Int64, in run: inout OpenedRun, list: String) throws -> [Int64] {
    let ids = try run.file.families(meantBy: number)
    guard !ids.isEmpty else {
      throw CommandFailure(
        .dataRefused,
        Problem(
          "the live run has no family of that id, and nobody of it belongs to one", advice: list))
    }
    return ids
  }
}
