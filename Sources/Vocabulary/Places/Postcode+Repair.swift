extension Postcode {
  /// The postcodes that a text would be with `O` for `0`, `I` for `1` and `S` for `5`, or the other way.
  ///
  /// They are candidates, for a person or a gazetteer to choose from. There is none where the text is a
  /// postcode as it stands: `SO1 5AA` is not made into anything else.
  public static func repairCandidates(_ bytes: Span<UInt8>) -> [Postcode] {
    guard let text = CompactText(bytes, leavingOut: .punctuation), (5...7).contains(text.count),
      (try? Postcode(text)) == nil
    else { return [] }
    let places = (0..<text.count).filter { lookalike(of: text[$0]) != nil }
    var candidates: Set<Postcode> = []
    for choice in 1..<(1 << places.count) {
      var changed = text
      for (bit, place) in places.enumerated() where choice >> bit & 1 == 1 {
        if let other = lookalike(of: text[place]) { changed.replace(at: place, with: other) }
      }
      if let postcode = try? Postcode(changed) { candidates.insert(postcode) }
    }
    return candidates.sorted()
  }

  /// The postcodes that a text would be with `O` for `0`, `I` for `1` and `S` for `5`, or the other way.
  public static func repairCandidates(_ text: String) -> [Postcode] {
    repairCandidates(text.utf8.span)
  }

  private static func lookalike(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x4F: 0x30
    case 0x30: 0x4F
    case 0x49: 0x31
    case 0x31: 0x49
    case 0x53: 0x35
    case 0x35: 0x53
    default: nil
    }
  }
}
