/// A piece of the work of comparing: some blocks of a rule, or some rows of one large block.
struct WalkPiece: Sendable {
  let rule: Int
  let blocks: Range<Int>
  /// Which members of the block are the first of their pairs; nil for all.
  let rows: Range<Int>?
}

/// Walks through the pairs of a plan, each pair once, in pieces that threads take in turn.
struct PairWalk: Sendable {
  let plan: BlockingPlan
  let table: RecordTable
  let mode: LinkageMode
  private let parts: RuleParts

  init(plan: BlockingPlan, table: RecordTable, mode: LinkageMode) {
    self.plan = plan
    self.table = table
    self.mode = mode
    parts = RuleParts(plan)
  }

  /// How many pairs a piece has, about.
  private static let pairsPerPiece = 1 << 18

  /// The pieces; they depend on the blocks alone.
  func pieces(ofRules rules: Range<Int>) -> [WalkPiece] {
    var pieces: [WalkPiece] = []
    for rule in rules {
      let blocks = plan.blocks[rule]
      var (start, pairs) = (0, 0)
      for block in 0..<blocks.count {
        let size = blocks.range(block).count
        let own = size * (size - 1) / 2
        if own > 2 * Self.pairsPerPiece {
          if start < block { pieces.append(.init(rule: rule, blocks: start..<block, rows: nil)) }
          appendRows(rule, block, size, to: &pieces)
          (start, pairs) = (block + 1, 0)
          continue
        }
        pairs += own
        if pairs >= Self.pairsPerPiece {
          pieces.append(.init(rule: rule, blocks: start..<(block + 1), rows: nil))
          (start, pairs) = (block + 1, 0)
        }
      }
      if start < blocks.count {
        pieces.append(.init(rule: rule, blocks: start..<blocks.count, rows: nil))
      }
    }
    return pieces
  }

  private func appendRows(_ rule: Int, _ block: Int, _ size: Int, to pieces: inout [WalkPiece]) {
    var first = 0
    var pairs = 0
    for row in 0..<size {
      pairs += size - 1 - row
      if pairs >= Self.pairsPerPiece || row == size - 1 {
        pieces.append(.init(rule: rule, blocks: block..<(block + 1), rows: first..<(row + 1)))
        (first, pairs) = (row + 1, 0)
      }
    }
  }

  /// Calls the body with each pair of a piece that no earlier rule makes.
  @inline(__always)
  func forEachPair(in piece: WalkPiece, _ body: (RecordNumber, RecordNumber) -> Void) {
    let blocks = plan.blocks[piece.rule]
    let list = plan.rules[piece.rule].list
    for block in piece.blocks {
      let range = blocks.range(block)
      let rows = piece.rows.map {
        range.lowerBound + $0.lowerBound..<range.lowerBound + $0.upperBound
      }
      for first in rows ?? range {
        let left = blocks.members[first]
        for second in (first + 1)..<max(first + 1, range.upperBound) {
          let right = blocks.members[second]
          if mode == .link, table.sourceOf[Int(left)] == table.sourceOf[Int(right)] { continue }
          if plan.isMadeBefore(piece.rule, left, right, parts, table) { continue }
          // Records that share several values of a list meet once, at the first of these.
          if let list,
            plan.meeting(left, right, of: piece.rule, list, table) != blocks.values[block]
          {
            continue
          }
          body(left, right)
        }
      }
    }
  }
}
