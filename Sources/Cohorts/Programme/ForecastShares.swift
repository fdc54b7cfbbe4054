import YAMLFiles

/// How many of the families that are attached reach a result, as a council expects: never a promise, always with its source.
public struct ForecastShares: Hashable, Sendable {
  /// Where the shares come from.
  public var source: String
  /// The shares of each scheme's results.
  public var results: [Result]

  /// The shares of one result.
  public struct Result: Hashable, Sendable {
    /// The scheme.
    public var scheme: String
    /// The result.
    public var result: String
    /// How many of a hundred families reach it: low, central, high.
    public var percents: [Int]
  }

  /// The shares of a result; nil where none are stated.
  public func percents(of result: String, in scheme: String) -> [Int]? {
    results.first { $0.scheme == scheme && $0.result == result }?.percents
  }

  static func read(_ mapping: inout MappingReader) -> ForecastShares? {
    let source = mapping.required("source") { $0.string() }
    let results = mapping.required("results") { value in
      value.entries { scheme, _, value in
        value.entries { result, _, value in
          value.mapping { $0.risingPercents() }.map {
            Result(scheme: scheme, result: result, percents: $0)
          }
        }
      }
    }
    guard let source, let results else { return nil }
    return ForecastShares(source: source, results: results.flatMap(\.self))
  }
}
