import CSVFiles
import Linkage

/// The kept pairs as the records of `pairs.csv`.
struct PairLines: Sendable {
  let table: RecordTable
  let scored: ScoredPairs

  /// Decimals enough to tell any two weights apart that are not the same for every purpose.
  private static let decimals = 10

  /// The lines of some of the pairs, in the order in which they were found.
  func text(of range: Range<Int>) -> [UInt8] {
    var lines = CSVWriter()
    for index in range {
      let (pair, weight) = (scored.pairs[index], scored.weights[index])
      write(pair.left, to: &lines)
      write(pair.right, to: &lines)
      lines.field(weight, decimals: Self.decimals)
      lines.field(Evidence.probability(ofWeight: weight), decimals: Self.decimals)
      for comparison in 0..<scored.comparisonCount {
        let level = scored.level(of: comparison, inPair: index)
        if level > 0 { lines.field(level) } else { lines.emptyField() }
      }
      lines.endRecord()
    }
    return lines.bytes
  }

  private func write(_ record: RecordNumber, to lines: inout CSVWriter) {
    lines.field(table.sources[Int(table.sourceOf[Int(record)])])
    table.withID(record) { lines.field(bytes: $0) }
  }
}
