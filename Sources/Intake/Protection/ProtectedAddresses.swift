import Vocabulary

/// The addresses that are withheld before anything is stored: refuges, and homes of people under protection.
public struct ProtectedAddresses: Sendable {
  private let uprns: Set<Int64>
  private let matchKeys: Set<String>
  private let absent: AbsenceFilter

  /// Lists addresses by property number and by the key under which all spellings of an address are one.
  public init(uprns: Set<Int64> = [], matchKeys: Set<String> = []) {
    self.uprns = uprns
    self.matchKeys = matchKeys
    absent = AbsenceFilter(
      uprns.map { Self.hash($0) } + matchKeys.map { Self.hash(Array($0.utf8).span) })
  }

  /// Whether nothing is on the list.
  var isEmpty: Bool { uprns.isEmpty && matchKeys.isEmpty }

  /// Whether an address is withheld.
  ///
  /// A building that is listed without a flat or room stands for every one in it.
  func contains(uprn: Int64, matchKey: Span<UInt8>) -> Bool {
    if isEmpty { return false }
    if uprn != 0 && absent.mayHold(Self.hash(uprn)) && uprns.contains(uprn) { return true }
    guard !matchKey.isEmpty else { return false }
    // The flat or room stands before the first of these.
    var building = 0
    while building < matchKey.count, matchKey[building] != UInt8(ascii: "|") { building += 1 }
    return isListed(matchKey) || isListed(matchKey.extracting(building..<matchKey.count))
  }

  private func isListed(_ matchKey: Span<UInt8>) -> Bool {
    absent.mayHold(Self.hash(matchKey)) && matchKeys.contains(String(copying: matchKey))
  }

  private static func hash(_ uprn: Int64) -> UInt64 {
    QuickHash.mix(UInt64(bitPattern: uprn))
  }

  private static func hash(_ matchKey: Span<UInt8>) -> UInt64 {
    QuickHash.mix(QuickHash.hash(matchKey))
  }
}

extension String {
  /// A text of its bytes in UTF-8.
  init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
