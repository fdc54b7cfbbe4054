public import Vocabulary

/// What is wrong with a table of people or facts.
public struct CaseTableProblem: Error, Hashable, Sendable {
  /// Which of the two tables.
  public var table: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong, without any value of the line.
  public var what: String
}

/// Reads families from pieces of two plain tables, so that a pack can be tried without a run.
///
///     family,person,role,born,since,until
///     family,person,kind,starts,ends,part,whole,details
///
/// Both stand in the order of families, whose numbers go up; a fact without a person is about the address; details are
/// written `school=8201001;reason=PA`. No field has quotes. Everything counts as delivered.
public struct CaseTableReader: Sendable {
  /// The numbers of kinds by the hashes of their names.
  private var kinds: [UInt64: UInt16] = [:]
  private var roles: [UInt64: FamilyRole] = [:]
  /// What is the same in all pieces.
  private var common = CaseFile()

  /// A reader of facts whose kinds are in a vocabulary.
  public init(_ vocabulary: FactVocabulary) {
    common.sources = ["tables"]
    for (place, kind) in vocabulary.kinds.enumerated() {
      kinds[TableHash.hash(Array(kind.name.utf8).span, 0..<kind.name.utf8.count)] = UInt16(place)
      common.suppliers.append(CaseSupplier(source: 0, kind: UInt16(place)))
      common.coverage.append(
        CaseCoverage(source: 0, kind: UInt16(place), days: DayInterval(from: .earliest)))
    }
    for role in FamilyRole.allCases {
      let name = Array(role.rawValue.utf8)
      roles[TableHash.hash(name.span, 0..<name.count)] = role
    }
  }

  /// The families of a piece.
  public func families(of piece: CaseTablePiece) throws(CaseTableProblem) -> CaseFile {
    var reading = CaseTableReading(piece, into: common, kinds: kinds, roles: roles)
    return try reading.families()
  }
}

/// Names are known by their hashes: a table says the same few again and again.
enum TableHash {
  /// FNV-1a, by Fowler, Noll and Vo.
  static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }
}
