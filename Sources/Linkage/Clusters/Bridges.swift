/// The pairs without which a group of records would not hang together.
///
/// One walk in depth suffices (Tarjan, 1974): a branch is a bridge if no other edge leads from below
/// it to above it.
struct Bridges {
  /// A bridge, by its place in the list of edges, and how many records lie below it.
  struct Bridge {
    var edge: Int
    var below: Int
  }

  private var starts: [Int32]
  private var ends: [(place: Int32, edge: Int32)]
  private var turns: [Int32]
  private var lowest: [Int32]
  private var below: [Int]
  private var turn: Int32 = 0

  /// Finds the bridges among edges between places below a count, by edge.
  static func find(_ edges: [(left: Int32, right: Int32)], count: Int) -> [Bridge] {
    var search = Bridges(edges, count: count)
    var found: [Bridge] = []
    for root in 0..<Int32(count) where search.turns[Int(root)] < 0 {
      search.walk(from: root, found: &found)
    }
    return found.sorted { $0.edge < $1.edge }
  }

  private init(_ edges: [(left: Int32, right: Int32)], count: Int) {
    starts = [Int32](repeating: 0, count: count + 1)
    for edge in edges {
      starts[Int(edge.left) + 1] += 1
      starts[Int(edge.right) + 1] += 1
    }
    for place in 0..<count { starts[place + 1] += starts[place] }
    var next = starts
    ends = [(Int32, Int32)](repeating: (0, 0), count: 2 * edges.count)
    for (number, edge) in edges.enumerated() {
      for (place, other) in [(edge.left, edge.right), (edge.right, edge.left)] {
        ends[Int(next[Int(place)])] = (other, Int32(number))
        next[Int(place)] += 1
      }
    }
    turns = [Int32](repeating: -1, count: count)
    lowest = [Int32](repeating: 0, count: count)
    below = [Int](repeating: 1, count: count)
  }

  private struct Step {
    var place: Int32
    var cameBy: Int32
    var next: Int
  }

  private mutating func walk(from root: Int32, found: inout [Bridge]) {
    var way: [Step] = [enter(root, by: -1)]
    while let step = way.last {
      if step.next < Int(starts[Int(step.place) + 1]) {
        way[way.count - 1].next += 1
        let (other, edge) = ends[step.next]
        guard edge != step.cameBy else { continue }
        if turns[Int(other)] < 0 {
          way.append(enter(other, by: edge))
        } else {
          lowest[Int(step.place)] = min(lowest[Int(step.place)], turns[Int(other)])
        }
      } else {
        way.removeLast()
        guard let parent = way.last?.place else { continue }
        lowest[Int(parent)] = min(lowest[Int(parent)], lowest[Int(step.place)])
        below[Int(parent)] += below[Int(step.place)]
        if lowest[Int(step.place)] > turns[Int(parent)] {
          found.append(
            Bridge(edge: Int(step.cameBy), below: below[Int(step.place)]))
        }
      }
    }
  }

  private mutating func enter(_ place: Int32, by edge: Int32) -> Step {
    turns[Int(place)] = turn
    lowest[Int(place)] = turn
    turn += 1
    return Step(place: place, cameBy: edge, next: Int(starts[Int(place)]))
  }
}
