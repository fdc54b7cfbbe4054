/// The groups of two or more records that are connected, each with its records in a row.
struct Components {
  /// The component of each record, -1 for a record that is connected to nothing.
  let numbers: [Int32]
  /// The records, by component and number.
  let records: [RecordNumber]
  private let starts: [Int32]

  /// Lists the sets of two or more, numbered by their first record.
  init(_ sets: inout DisjointSets, recordCount: Int) {
    // A set is known by its first record, so a record that is its own root begins a set.
    var numbers = [Int32](repeating: -1, count: recordCount)
    var sizes: [Int32] = []
    for record in 0..<recordCount {
      let root = Int(sets.root(of: Int32(record)))
      guard root != record else { continue }
      if numbers[root] < 0 {
        numbers[root] = Int32(sizes.count)
        sizes.append(1)
      }
      numbers[record] = numbers[root]
      sizes[Int(numbers[root])] += 1
    }
    var starts = [Int32](repeating: 0, count: sizes.count + 1)
    for number in sizes.indices { starts[number + 1] = starts[number] + sizes[number] }
    var next = starts
    var records = [RecordNumber](repeating: 0, count: Int(starts[sizes.count]))
    for record in 0..<recordCount where numbers[record] >= 0 {
      let number = Int(numbers[record])
      records[Int(next[number])] = Int32(record)
      next[number] += 1
    }
    self.numbers = numbers
    self.starts = starts
    self.records = records
  }

  /// How many there are.
  var count: Int { starts.count - 1 }

  /// The places of a component's records in ``records``.
  @inline(__always)
  func range(_ number: Int) -> Range<Int> {
    Int(starts[number])..<Int(starts[number + 1])
  }
}
