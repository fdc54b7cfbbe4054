/// How often each problem was met in each column, and where it was met first.
public struct ProblemTally: Hashable, Sendable {
  /// A problem in a column, or in whole rows.
  public struct Item: Hashable, Sendable {
    /// What is wrong.
    public var code: ProblemCode
    /// The column's number in the contract, or nil for whole rows.
    public var column: Int?
    /// Whether rows were rejected for it; if not, the value was left out or repaired.
    public var isRejection: Bool
    /// How often it was met.
    public var count: Int
    /// The first lines on which it was met.
    public var lines: [Int]
  }

  /// The most lines that are remembered for one problem.
  public static let longestList = 5
  private var items: [Item] = []

  mutating func note(_ code: ProblemCode, column: Int?, isRejection: Bool, line: Int) {
    for index in items.indices
    where items[index].code == code && items[index].column == column
      && items[index].isRejection == isRejection
    {
      items[index].count += 1
      if items[index].lines.count < Self.longestList { items[index].lines.append(line) }
      return
    }
    items.append(
      Item(code: code, column: column, isRejection: isRejection, count: 1, lines: [line]))
  }

  /// Adds what was met in the records that follow.
  mutating func add(_ next: ProblemTally) {
    for item in next.items {
      let known = items.firstIndex {
        $0.code == item.code && $0.column == item.column && $0.isRejection == item.isRejection
      }
      guard let known else {
        items.append(item)
        continue
      }
      items[known].count += item.count
      items[known].lines += item.lines.prefix(Self.longestList - items[known].lines.count)
    }
  }

  /// The problems, rejections first, by column and code.
  public var sorted: [Item] {
    items.sorted { left, right in
      (left.isRejection ? 0 : 1, left.column ?? -1, left.code.rawValue)
        < (right.isRejection ? 0 : 1, right.column ?? -1, right.code.rawValue)
    }
  }
}
