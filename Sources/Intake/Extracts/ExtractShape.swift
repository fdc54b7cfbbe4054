/// How one extract is written, found out before its rows are read.
public struct ExtractShape: Sendable {
  /// Its encoding.
  public var encoding: TextEncoding
  /// How many bytes the mark at its beginning takes.
  public var markBytes: Int
  /// Its delimiter.
  public var delimiter: UInt8
  /// The number of the header among its records, or -1 where the contract says there is none.
  public var headerRecord: Int
  /// The contract tied to its header.
  public var bound: BoundContract
}

/// What was found out about an extract's shape, or why it can't be read.
public struct ExtractSurvey: Sendable {
  /// The shape, unless something forbids reading.
  public var shape: ExtractShape?
  /// What is wrong with the file as a whole.
  public var problems: [FileProblem]

  /// Notes why a file can't be read at all.
  public init(problems: [FileProblem]) {
    self.problems = problems
  }

  /// Judges a file by its whole text's survey and by its first bytes.
  ///
  /// - Parameters:
  ///   - contract: What is agreed about the series.
  ///   - text: What the reading of the whole file told.
  ///   - head: The first bytes, as received; some hundred kilobytes are enough for any header.
  public init(of contract: SourceContract, text: TextSurvey, head: [UInt8]) {
    var (encoding, markBytes) = text.verdict()
    problems = []
    if let format = ForeignFormat.name(of: head) {
      problems.append(FileProblem(.notText, note: format))
      return
    }
    if let declared = contract.dialect.encoding, declared != encoding {
      if Self.agrees(declared, encoding, text) {
        encoding = declared
      } else {
        problems.append(FileProblem(.encodingError, note: encoding.rawValue))
        return
      }
    }
    if encoding == .mixed {
      problems.append(FileProblem(.mixedEncodings, severity: .warning))
    }
    let decoded = Self.decode(head.dropFirst(markBytes), encoding)
    let finder = HeaderFinder(contract: contract)
    guard let found = finder.find(in: decoded, isWholeFile: head.count == text.byteCount) else {
      problems.append(
        FileProblem(ForeignFormat.isBlank(decoded) ? .emptyFile : .headerNotFound))
      return
    }
    problems += found.problems
    guard found.problems.allSatisfy({ $0.severity == .warning }) else { return }
    let bound = DateOrder.settled(
      found.bound, dialect: contract.dialect.csv(delimiter: found.delimiter), after: found.record,
      in: decoded, isWholeFile: head.count == text.byteCount)
    shape = ExtractShape(
      encoding: encoding, markBytes: markBytes, delimiter: found.delimiter,
      headerRecord: found.record, bound: bound)
  }

  /// Plain ASCII is good Windows-1252 and good UTF-8, and text in Windows-1252 may have a run that looks like UTF-8.
  ///
  /// That all of it does by chance does not happen: such a file is UTF-8, and read as anything else would turn names
  /// into other names.
  private static func agrees(
    _ declared: TextEncoding, _ found: TextEncoding, _ text: TextSurvey
  ) -> Bool {
    switch (declared, found) {
    case (.windows1252, .utf8): !text.hasNonASCII
    case (.windows1252, .mixed): true
    default: false
    }
  }

  /// The first bytes in UTF-8; what can't be decoded is left out, since only headings matter here.
  private static func decode(_ head: ArraySlice<UInt8>, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8, .mixed: return Array(head)
    case .windows1252:
      var decoded: [UInt8] = []
      return Windows1252.append(Array(head).span, to: &decoded) ? decoded : Array(head)
    case .utf16LittleEndian, .utf16BigEndian:
      var decoded: [UInt8] = []
      var transcoder = UTF16Transcoder(isLittleEndian: encoding == .utf16LittleEndian)
      transcoder.append(Array(head).span, to: &decoded)
      return decoded
    }
  }
}
