import Disk
public import Linkage
import Sealing
import Store
public import Vocabulary

/// The linkage of a published run, taken up again to explain it: any two records, and how a person came together.
///
/// Weights are worked out anew from the records, the settings and the model, and are the same to the last bit as those
/// that the run wrote.
public struct PeopleAnalysis: Sendable {
  private let linker: Linker
  private let numbers: RecordNumbers
  private let explainer: PairExplainer
  private let people: PeopleDefinition
  /// The model, for as many records as there are.
  private let fitted: LinkageModel
  /// Records that stand in one row: two people, whatever they have in common.
  private let inOneRow: [ClusterConstraints.ForbiddenPair]

  /// The weight from which on two records are joined.
  public var joinWeight: Double { linker.joinWeight }

  /// The model, by name and version.
  public let model: String

  /// Takes up the linkage of a run; throws why it can't be.
  ///
  /// The records are read and prepared again, which takes about as long as the run took for it.
  public static func open(
    _ run: RunName, in workspace: Workspace, threads: Int
  ) async throws -> PeopleAnalysis {
    var opened = try RunKeeper(workspace).open(run.id)
    let people = try definition(of: run, in: workspace)
    let sources = try opened.file.sourceSummaries().sorted { $0.number < $1.number }
    let records = try PeopleRecords(people, &opened.file, sources: sources.map(\.name))
    let numbers = RecordNumbers(records.keys)
    let inOneRow = records.inOneRow
    let linker = await Linker(
      people.settings, chunks: records.chunks, sources: records.sources, threads: threads)
    let model = people.model.fitted(toRecords: records.keys.count, people.settings)
    return PeopleAnalysis(
      linker: linker, numbers: numbers, explainer: linker.explainer(model),
      people: people, fitted: model, inOneRow: inOneRow,
      model: "\(people.model.name) \(people.model.version)")
  }

  /// Reads the settings and the model of a run, and makes sure that they still are what they were.
  private static func definition(
    of run: RunName, in workspace: Workspace
  ) throws -> PeopleDefinition {
    let folder = workspace.folder(of: run)
    guard let request = try RequestRecord.read(in: folder),
      let manifest = try Manifest.read(in: folder)
    else { throw AnalysisProblem.unknownOrigin }
    let pipeline = try LoadedPipeline.load(
      Path(request.pipeline), extracts: request.extracts.map { Path($0) })
    guard let people = pipeline.definition.people else { throw AnalysisProblem.noLinkage }
    for name in people.files {
      let path = pipeline.folder.joining(name)
      let digest = SHA256.digest(of: try Files.read(path)).hex
      guard let noted = manifest.pipeline.first(where: { $0.path == pipeline.name(of: path) }),
        noted.sha256 == digest
      else { throw AnalysisProblem.changed(file: name) }
    }
    return people
  }
}

/// Why a linkage can't be explained any more.
public enum AnalysisProblem: Error, Equatable, Sendable {
  /// The run does not say what it was made of.
  case unknownOrigin
  /// The pipeline links no people.
  case noLinkage
  /// The settings or the model are not those of the run.
  case changed(file: String)
}

extension PeopleAnalysis {
  /// Why two records weigh what they weigh; nil where one of them is none of the run's.
  public func explain(_ pair: RecordPair) -> PairExplanation? {
    guard let left = number(pair.left), let right = number(pair.right) else { return nil }
    return explainer.explain(left, right)
  }

  /// What two records weigh; nil where one of them is none of the run's.
  public func weight(_ pair: RecordPair) -> Double? {
    guard let left = number(pair.left), let right = number(pair.right) else { return nil }
    return explainer.weight(left, right)
  }

  /// How the records of one person came together, given the pairs between them that the run kept.
  public func outlinePerson(
    _ records: [RecordKey], pairs: [(pair: RecordPair, weight: Double)]
  ) -> PersonOutline {
    let scored = pairs.compactMap { each -> ScoredPair? in
      guard let left = number(each.pair.left), let right = number(each.pair.right) else {
        return nil
      }
      return ScoredPair(left, right, weight: Float(each.weight))
    }
    return linker.outlinePerson(of: records.compactMap(number), pairs: scored, explainer)
  }

  /// Which of some records would be one person, by pairs between them and what people decided: a number for each record.
  func clusters(
    of records: [RecordKey], _ pairs: [(pair: RecordPair, weight: Double)],
    heeding decisions: [PersonDecision]
  ) -> [Int32] {
    let scored = pairs.compactMap { each -> ScoredPair? in
      guard let left = number(each.pair.left), let right = number(each.pair.right) else {
        return nil
      }
      return ScoredPair(left, right, weight: Float(each.weight))
    }
    let own = Set(records.compactMap(number))
    func decided(_ ruling: PersonDecision.Ruling) -> [ClusterConstraints.DecidedPair] {
      decisions.filter { $0.ruling == ruling }.compactMap { decision in
        guard let left = numbers[decision.left], let right = numbers[decision.right],
          own.contains(left), own.contains(right)
        else { return nil }
        return ClusterConstraints.DecidedPair(left, right, decision: decision.number)
      }
    }
    let constraints = ClusterConstraints(
      together: decided(.together), apart: decided(.apart),
      forbidden: inOneRow.filter { own.contains($0.left) && own.contains($0.right) })
    let clustering = linker.cluster(
      scored.filter { own.contains($0.left) && own.contains($0.right) }, with: fitted,
      constraints: constraints, sparingThinPairs: true)
    return records.map { key in number(key).map { clustering.clusters[Int($0)] } ?? -1 }
  }

  private func number(_ key: RecordKey) -> RecordNumber? {
    numbers[Int64(bitPattern: key.value)]
  }
}

extension RecordName {
  /// The key of a record of a run, whose id in a linkage is its key.
  public var recordKey: RecordKey? {
    Int64(id).map { RecordKey(UInt64(bitPattern: $0)) }
  }
}
