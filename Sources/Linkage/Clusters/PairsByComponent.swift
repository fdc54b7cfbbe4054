/// The numbers of those pairs of a list that lie within one component, by component.
struct PairsByComponent {
  /// Numbers of pairs, by component.
  private(set) var numbers: [Int32] = []
  private var starts: [Int32] = []

  /// Sorts the pairs of a list by the component that holds both their records.
  init(_ pairs: [(left: RecordNumber, right: RecordNumber)], _ components: Components) {
    guard !pairs.isEmpty else { return }
    starts = [Int32](repeating: 0, count: components.count + 1)
    let within = pairs.map { pair in
      let number = components.numbers[Int(pair.left)]
      return number == components.numbers[Int(pair.right)] ? number : -1
    }
    for number in within where number >= 0 { starts[Int(number) + 1] += 1 }
    for number in 0..<components.count { starts[number + 1] += starts[number] }
    var next = starts
    numbers = [Int32](repeating: 0, count: Int(starts[components.count]))
    for (index, number) in within.enumerated() where number >= 0 {
      numbers[Int(next[Int(number)])] = Int32(index)
      next[Int(number)] += 1
    }
  }

  /// The places in ``numbers`` of a component's pairs.
  func range(_ component: Int) -> Range<Int> {
    starts.isEmpty ? 0..<0 : Int(starts[component])..<Int(starts[component + 1])
  }
}
