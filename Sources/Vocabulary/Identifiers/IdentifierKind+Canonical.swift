extension IdentifierKind {
  /// How many bytes of the canonical text say whose it is: the letter after a NINO is not in every list.
  public var tellingBytes: Int { self == .nino ? 8 : .max }

  /// Reads an identifier of this kind and appends the one way in which it is written.
  ///
  /// The day says the century of a police identifier with a year of two digits. The numbers of local
  /// systems have no rule of their own: they are trimmed and kept as they are.
  public func appendCanonicalText(
    of bytes: Span<UInt8>, asOf day: Day?, to output: inout [UInt8]
  ) throws(IdentifierProblem) {
    switch self {
    case .upn, .formerUPN: try UPN(bytes).appendText(to: &output)
    case .uln: try ULN(bytes).appendText(to: &output)
    case .nhsNumber: try NHSNumber(bytes).appendText(to: &output)
    case .nino: try NINO(bytes).appendText(to: &output)
    case .pnc: try PNC(bytes, asOf: day).appendText(to: &output)
    case .cro: try CRO(bytes).appendText(to: &output)
    case .crn: try CRN(bytes).appendText(to: &output)
    case .uprn: try UPRN(bytes).appendText(to: &output)
    case .laEstab: try LAEstab(bytes).appendText(to: &output)
    case .urn: try URN(bytes).appendText(to: &output)
    case .gpPractice: try GPPractice(bytes).appendText(to: &output)
    case .localAuthority: try LocalAuthorityCode(bytes).appendText(to: &output)
    case .laChildID, .local:
      let range = bytes.trimmedRange()
      if range.isEmpty { throw .empty }
      for index in range { output.append(bytes[index]) }
    }
  }

  /// The one way in which an identifier of this kind is written.
  public func canonicalText(of text: String, asOf day: Day?) throws(IdentifierProblem) -> String {
    var output: [UInt8] = []
    try appendCanonicalText(of: text.utf8.span, asOf: day, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
