public import Vocabulary
public import YAMLFiles

/// The versions of the local outcomes plan with the days from which they are in force.
///
/// A plan's version names the scheme file that states its measures; a claim records the one in force at attachment and the
/// one in force at the claim, and is judged by the scheme's choice of the two.
public struct OutcomesPlan: Hashable, Sendable {
  /// The versions, the earliest first.
  public var versions: [Version]

  /// One version.
  public struct Version: Hashable, Sendable {
    /// Its name: `2015-1`.
    public var name: String
    /// The first day on which it is in force.
    public var from: Day
    /// The scheme that states its measures.
    public var scheme: String
  }

  /// No plan, as in the first phase.
  public static let none = OutcomesPlan(versions: [])

  /// The version of a scheme that is in force on the day.
  public func version(of scheme: String, on day: Day) -> Version? {
    versions.last { $0.scheme == scheme && $0.from <= day }
  }

  /// Reads the file; nothing where any mistake was added.
  public static func read(
    _ document: YAMLDocument, collecting mistakes: inout [YAMLMistake]
  ) -> OutcomesPlan? {
    let before = mistakes.count
    let versions: [Version]? = document.read(collecting: &mistakes) { mapping in
      mapping.required("versions") { value in
        value.entries { name, _, value in
          value.mapping { mapping in
            let from = mapping.required("from") { $0.day() }
            let scheme = mapping.required("scheme") { $0.string() }
            guard let from, let scheme else { return nil }
            return Version(name: name, from: from, scheme: scheme)
          }
        }
      }
    }
    guard let versions, mistakes.count == before else { return nil }
    return OutcomesPlan(versions: versions.sorted { ($0.from, $0.name) < ($1.from, $1.name) })
  }
}
