import CSVFiles
import Claims
import Sealing
import Store
import Vocabulary

/// The claim file of a window: its name, its rows as CSV, and their description as CSVW.
public struct ClaimFile: Sendable {
  /// The file's name, which carries the council, the window, the version and the digest.
  public var name: String
  /// The rows, as RFC 4180 has them.
  public var csv: [UInt8]
  /// The description beside it.
  public var metadata: [UInt8]
  /// How many claims are in it.
  public var count: Int

  /// Writes the claims that were submitted in a window and stand; the same claims give the same bytes.
  ///
  /// An amendment that is not submitted, or was turned down, leaves the version before it in the file of its own window.
  public init(_ desk: ProgrammeDesk, window: String, scheme: String, authority: String) throws {
    guard let layout = desk.definition.layout else {
      throw ProgrammeProblem.refused("there is no layout for the claim file")
    }
    let states = desk.claims.all.compactMap(\.standing).filter {
      $0.window == window && $0.current.scheme == scheme
    }
    var writer = CSVWriter(guardsFormulas: true)
    writer.record(layout.columns.map(\.heading))
    for state in states {
      writer.record(
        layout.cells(
          of: state, authority: authority, digest: desk.references.digest(of: state.current),
          auditedOn: state.auditedOn))
    }
    let rows = writer.bytes
    var hash = SHA256()
    hash.update(rows.span)
    let version = states.map(\.submitted.count).max() ?? 0
    let fileName =
      "\(authority)_\(scheme)_\(window)_v\(version)_\(hash.digest.hex.prefix(16)).csv"
    name = fileName
    csv = rows
    count = states.count
    metadata = Self.metadata(layout, fileName)
  }

  /// What the columns mean.
  private static func metadata(_ layout: ClaimLayout, _ name: String) -> [UInt8] {
    DescribedList(
      "\(layout.name), version \(layout.version)",
      layout.columns.map { column in
        DescribedList.Column(
          column.heading, column.title, .init(rawValue: column.field.datatype) ?? .string)
      }
    ).metadata(ofFile: name)
  }
}
