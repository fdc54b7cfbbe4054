/// Writing out what the words of an address were found to be.
extension AddressReading {
  func address(_ text: Span<UInt8>) -> UKAddress {
    var address = UKAddress()
    address.careOf = shown(.careOf, text)
    address.saon = shownUnit(text)
    address.building = shown(.building, text)
    address.number = shown(.number, text)
    address.street = shown(.street, text)
    address.locality = shown(.locality, text)
    address.town = shown(.town, text)
    address.postcodeText = postcodeText
    address.kind = kind
    address.institution = institution
    address.matchKey = matchKey
    return address
  }

  /// The postcode's letters and digits in capitals, with a space before the last three, or after `BFPO`.
  private var postcodeText: String? {
    var bytes: [UInt8] = []
    for token in tokens where token.use == .postcode { bytes += folded[token.folded] }
    guard bytes.count >= 5 else { return nil }
    bytes.insert(UInt8(ascii: " "), at: bytes.starts(with: "BFPO".utf8) ? 4 : bytes.count - 3)
    return bytes.span.text
  }

  /// A number alone is shown as a flat, so that reading it again gives the same parts.
  private func shownUnit(_ text: Span<UInt8>) -> String? {
    guard let shown = shown(.saon, text) else { return nil }
    let isBare =
      tokens.contains { $0.use == .saon && $0.isNumeric }
      && !tokens.contains {
        $0.use == .saon && !$0.meaning.isDisjoint(with: [.unit, .position, .floor, .beside])
      }
    return isBare ? "Flat " + shown : shown
  }

  private func shown(_ use: AddressToken.Use, _ text: Span<UInt8>) -> String? {
    var bytes: [UInt8] = []
    for token in tokens where token.use == use {
      if !bytes.isEmpty { token.joint.append(to: &bytes) }
      append(token, text, to: &bytes)
    }
    return bytes.isEmpty ? nil : bytes.span.text
  }

  private func append(_ token: AddressToken, _ text: Span<UInt8>, to bytes: inout [UInt8]) {
    if token.entry > 0 {
      var follows = false
      for byte in AddressWords.entries[token.entry - 1].full.utf8 {
        bytes.append(follows ? ASCII.lowercased(byte) : byte)
        follows = byte != UInt8(ascii: " ")
      }
      return
    }
    let keepsCase = token.hasLower && token.hasLetter || !token.isPlainASCII
    var follows = false
    for index in token.source {
      let byte = text[index]
      if token.isNumeric || token.folded.count == 1 {
        bytes.append(ASCII.uppercased(byte))
      } else {
        let lower = keepsCase ? byte : ASCII.lowercased(byte)
        bytes.append(follows ? lower : ASCII.uppercased(byte))
      }
      follows = true
    }
  }

  // MARK: The key

  /// Flat, building, number, street and postcode or town, each folded, with bars between.
  private var matchKey: String {
    var unit = key(.saon)
    var building = key(.building)
    var number = key(.number)
    var street = key(.street)
    guard kind != .noFixedAbode, !(unit.isEmpty && building.isEmpty && number.isEmpty) else {
      return ""
    }
    // "Flat 69 Spitfire Court" and "69 Spitfire Court" are one dwelling.
    if unit.isEmpty, building.isEmpty, endsCourtLike {
      swap(&unit, &number)
      swap(&building, &street)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    let postcode = key(.postcode, gap: false)
    for part in [unit, building, number, street] {
      bytes += part
      bytes.append(UInt8(ascii: "|"))
    }
    bytes += postcode.isEmpty ? key(.town) : postcode
    return bytes.span.text
  }

  private var endsCourtLike: Bool {
    tokens.last { $0.use == .street }?.meaning.contains(.courtLike) ?? false
  }

  private func key(_ use: AddressToken.Use, gap: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = []
    for token in tokens where token.use == use {
      guard !token.meaning.contains(.filler), !token.meaning.contains(.flat) || use != .saon
      else { continue }
      if !bytes.isEmpty && gap { token.joint.append(to: &bytes) }
      if token.entry > 0 {
        bytes += AddressWords.entries[token.entry - 1].full.utf8
      } else {
        bytes += folded[token.folded]
      }
    }
    if bytes.isEmpty && use == .saon && tokens.contains(where: { $0.use == .saon }) {
      bytes.append(text: "FLAT")
    }
    return bytes
  }
}

extension AddressToken.Joint {
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .space: bytes.append(UInt8(ascii: " "))
    case .hyphen: bytes.append(UInt8(ascii: "-"))
    case .slash: bytes.append(UInt8(ascii: "/"))
    case .none: break
    }
  }
}
