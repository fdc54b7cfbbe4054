/// Items that belong to numbers from 0 on: those of one number lie side by side, in the order in which they came.
struct GroupedItems<Item: Sendable>: Sendable {
  private let items: [Item]
  /// Where the items of each number begin, and where the last ones end.
  private let starts: [Int32]

  /// Puts items side by side; no number is `count` or more.
  init(_ items: [(number: Int32, item: Item)], count: Int) {
    var next = [Int32](repeating: 0, count: count + 1)
    for item in items { next[Int(item.number) + 1] += 1 }
    for number in 0..<count { next[number + 1] += next[number] }
    starts = next
    var order = [Int32](repeating: 0, count: items.count)
    for (place, item) in items.enumerated() {
      order[Int(next[Int(item.number)])] = Int32(place)
      next[Int(item.number)] += 1
    }
    self.items = order.map { items[Int($0)].item }
  }

  /// The items of a number.
  subscript(number: Int) -> ArraySlice<Item> {
    items[Int(starts[number])..<Int(starts[number + 1])]
  }
}
