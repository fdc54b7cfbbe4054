import YAMLFiles

extension SettingsScope {
  /// Reads `training`.
  func training(_ reader: inout MappingReader) -> TrainingSettings? {
    var training = TrainingSettings()
    let certain = reader.optional("certain_rules") { value in value.list { rule(&$0) } }
    training.certainRules = certain ?? []
    let recall = reader.optional("certain_recall") { $0.decimal(in: 0.01...1) }
    training.certainRecall = recall ?? training.certainRecall
    training.prior = reader.optional("prior") { $0.fraction() }
    let pairs = reader.optional("random_pairs") { $0.integer(in: 1_000...1_000_000_000) }
    training.randomPairs = pairs ?? training.randomPairs
    let blocks = reader.optional("blocks") { value in value.list { rule(&$0) } }
    training.blocks = blocks ?? []
    let most = reader.optional("pairs_per_block") { $0.integer(in: 1_000...1_000_000_000) }
    training.pairsPerBlock = most ?? training.pairsPerBlock
    training.lookAlikes = reader.optional("look_alikes") { $0.boolean() } ?? training.lookAlikes
    return training
  }

  /// Reads `clusters`.
  func clusters(_ reader: inout MappingReader) -> ClusterSettings? {
    var clusters = ClusterSettings()
    let join = reader.optional("join") { $0.fraction() }
    clusters.joinProbability = join ?? clusters.joinProbability
    let neverTwo = reader.optional("never_two") { value in value.list { single(&$0) } }
    clusters.neverTwo = neverTwo ?? []
    let sources = reader.optional("without_duplicates") { $0.texts() }
    clusters.withoutDuplicates = sources ?? []
    let never = reader.optional("never") { value in value.list { condition(&$0) } }
    clusters.never = never ?? []
    return clusters
  }

  /// Reads `budget`.
  func budget(_ reader: inout MappingReader) -> PairBudget? {
    var budget = PairBudget()
    let each = reader.optional("pairs_per_record") { $0.integer(in: 1...1_000_000) }
    budget.perRecord = each ?? budget.perRecord
    let least = reader.optional("pairs_at_least") { $0.integer(in: 1...100_000_000_000) }
    budget.atLeast = least ?? budget.atLeast
    let block = reader.optional("largest_block") { $0.integer(in: 2...10_000_000) }
    budget.largestBlock = block ?? budget.largestBlock
    return budget
  }
}
