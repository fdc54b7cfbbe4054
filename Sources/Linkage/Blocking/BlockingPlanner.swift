/// Makes the blocks of all rules, and cuts those that would make more pairs than the budget allows.
struct BlockingPlanner {
  let table: RecordTable
  let mode: LinkageMode
  let budget: PairBudget
  let threads: Int
  /// What large blocks may be cut by: what other rules and comparisons look at.
  let cutters: [Int]

  /// Blocks that have been found already.
  private(set) var known: [BlockRule.Key: Blocks] = [:]

  /// How often a block is cut before it is given up.
  private static let mostCuts = 3

  /// Finds the blocks of all of these at once, each only once, so that plans find them made.
  mutating func find(_ parts: [[Int]]) async {
    let rules = parts.map { rule("", origin: 0, parts: $0, parent: nil) }
    let wanted = Array(
      Dictionary(rules.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }).values)
    let found = await blocks(of: wanted)
    for (rule, blocks) in zip(wanted, found) { known[rule.key] = blocks }
  }

  func plan(_ rules: [BlockingRule], place: (Expression) -> Int) async -> BlockingPlan {
    var plan = BlockingPlan()
    let first = rules.enumerated().map { number, rule in
      self.rule(rule.text, origin: number, parts: rule.parts.map(place), parent: nil)
    }
    let found = await blocks(of: first)
    let share = budget.pairs(records: table.count) / max(1, first.count)
    for (rule, blocks) in zip(first, found) { add(rule, blocks, share, 0, to: &plan) }
    return plan
  }

  private func blocks(of rules: [BlockRule]) async -> [Blocks] {
    let (table, known) = (table, known)
    return await Parallel.map(rules.count, threads: threads) { number in
      known[rules[number].key]
        ?? BlockFinder(table: table, rule: rules[number], flagged: nil).find()
    }
  }

  private func rule(_ text: String, origin: Int, parts: [Int], parent: Int?) -> BlockRule {
    let list = parts.first { table.tables[table.fields[$0].table].kind == .list }
    return BlockRule(text: text, origin: origin, parts: parts, list: list, parent: parent)
  }

  /// Adds a rule, and behind it the rules that cut its large blocks.
  private func add(
    _ rule: BlockRule, _ found: Blocks, _ share: Int, _ cuts: Int, to plan: inout BlockingPlan
  ) {
    let limit = sizeLimit(of: found, pairs: share)
    var kept = Blocks()
    let large = (0..<found.count).filter { found.range($0).count > limit }
    if large.isEmpty {
      kept = found
    } else {
      let isLarge = Set(large)
      for block in 0..<found.count where !isLarge.contains(block) {
        kept.append(found.members[found.range(block)], value: found.values[block])
      }
    }
    plan.rules.append(rule)
    plan.estimates.append(estimate(rule, kept))
    plan.blocks.append(kept)
    plan.flagged.append([])
    plan.tooLarge.append(
      large.map { block in
        let range = found.range(block)
        return BlockingPlan.TooLarge(
          record: found.members[range.lowerBound], value: found.values[block],
          records: range.count)
      })
    guard !large.isEmpty else { return }
    var flags = [Bool](repeating: false, count: table.count)
    for block in large {
      for place in found.range(block) { flags[Int(found.members[place])] = true }
    }
    let number = plan.rules.count - 1
    plan.flagged[number] = flags
    let left = max(0, share - plan.estimates[number].pairs)
    let cutter = cuts < Self.mostCuts && rule.list == nil ? cutter(for: rule, flags, number) : nil
    let fate: LargeBlock.Fate = cutter.map { .cut(by: table.fields[$0.part].name) } ?? .leftOut
    for block in large {
      plan.largeBlocks.append(
        LargeBlock(
          rule: rule.text, records: found.range(block).count,
          value: shared(found, block, rule), fate: fate))
    }
    if let cutter { add(cutter.rule, cutter.blocks, left, cuts + 1, to: &plan) }
  }

  /// The largest size at which all blocks up to it fit the share.
  private func sizeLimit(of blocks: Blocks, pairs share: Int) -> Int {
    var sizes: [Int: Int] = [:]
    for block in 0..<blocks.count { sizes[blocks.range(block).count, default: 0] += 1 }
    var total = 0
    var limit = 1
    for (size, count) in sizes.sorted(by: { $0.key < $1.key }) {
      total += size * (size - 1) / 2 * count
      if total > share || size > budget.largestBlock { break }
      limit = size
    }
    return limit
  }

  /// The part that makes the fewest pairs of the flagged records while it keeps most of them.
  private func cutter(
    for rule: BlockRule, _ flags: [Bool], _ parent: Int
  ) -> (part: Int, rule: BlockRule, blocks: Blocks)? {
    var best: (part: Int, rule: BlockRule, blocks: Blocks, pairs: Int)?
    for part in cutters where !rule.parts.contains(part) {
      guard table.tables[table.fields[part].table].kind != .list else { continue }
      let cut = self.rule(
        "\(rule.text), \(table.fields[part].name)", origin: rule.origin,
        parts: rule.parts + [part], parent: parent)
      let blocks = BlockFinder(table: table, rule: cut, flagged: flags).find()
      let pairs = estimate(cut, blocks).pairs
      if pairs > 0, pairs < best?.pairs ?? .max { best = (part, cut, blocks, pairs) }
    }
    return best.map { ($0.part, $0.rule, $0.blocks) }
  }

  /// How many pairs of records are equal in all of these places, however many that are.
  ///
  /// Nil where one of them is a list, of whose values two records may share several.
  func equalPairs(in places: [Int]) -> Int? {
    let rule = rule("", origin: 0, parts: places, parent: nil)
    guard rule.list == nil else { return nil }
    let blocks =
      known[rule.key] ?? BlockFinder(table: table, rule: rule, flagged: nil).find()
    return estimate(rule, blocks).pairs
  }

  private func estimate(_ rule: BlockRule, _ blocks: Blocks) -> RuleEstimate {
    var (pairs, largest) = (0, 0)
    var sources = [Int](repeating: 0, count: table.sources.count)
    for block in 0..<blocks.count {
      let range = blocks.range(block)
      largest = max(largest, range.count)
      pairs += range.count * (range.count - 1) / 2
      guard mode == .link else { continue }
      for place in range { sources[Int(table.sourceOf[Int(blocks.members[place])])] += 1 }
      for source in sources.indices {
        pairs -= sources[source] * (sources[source] - 1) / 2
        sources[source] = 0
      }
    }
    return RuleEstimate(
      rule: rule.text, records: blocks.members.count, blocks: blocks.count, pairs: pairs,
      largest: largest)
  }

  private func shared(_ blocks: Blocks, _ block: Int, _ rule: BlockRule) -> String {
    let record = blocks.members[blocks.range(block).lowerBound]
    let values = rule.parts.map { part in
      part == rule.list ? "one word in common" : table.shown(record, part)
    }
    return values.joined(separator: ", ")
  }
}
