/// Records that share a key, numbered from 0 in the order of their keys.
struct DenseGroups {
  /// The number of each record's group.
  private(set) var codes: [Int32]
  /// How many records each group has.
  private(set) var sizes: [Int] = []
  /// One record of each group.
  private(set) var samples: [Int] = []

  private struct Keyed {
    var key: UInt64
    var place: Int32
  }

  /// Records `0..<count` by key.
  init(count: Int, key: (Int) -> UInt64) {
    codes = Array(repeating: 0, count: count)
    var keyed = (0..<count).map { Keyed(key: key($0), place: Int32($0)) }
    keyed.sort { $0.key < $1.key }
    for (rank, record) in keyed.enumerated() {
      if rank == 0 || record.key != keyed[rank - 1].key {
        sizes.append(0)
        samples.append(Int(record.place))
      }
      sizes[sizes.count - 1] += 1
      codes[Int(record.place)] = Int32(sizes.count - 1)
    }
  }

  /// Those that share both of two groups.
  init(_ one: DenseGroups, _ other: DenseGroups) {
    self.init(count: one.codes.count) {
      UInt64(UInt32(one.codes[$0])) << 32 | UInt64(UInt32(other.codes[$0]))
    }
  }

  /// The groups of numbers.
  init(_ numbers: [Int32]) {
    self.init(count: numbers.count) { UInt64(UInt32(bitPattern: numbers[$0])) }
  }

  /// The pairs of records that share a group.
  var pairs: Int { sizes.reduce(0) { $0 + CellTally.pairs($1) } }
}
