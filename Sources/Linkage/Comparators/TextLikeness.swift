/// How alike two texts are, for whoever looks for a name that may be spelt otherwise.
public enum TextLikeness {
  /// Which characters a folded text has: what ``jaroWinklerReaches(_:_:_:leftMask:rightMask:)`` looks at first.
  public static func mask(of text: Span<UInt8>) -> UInt64 { CharacterMask.of(text) }

  /// Whether the similarity of Jaro and Winkler of two folded texts is at least so much, mostly without working it out.
  public static func jaroWinklerReaches(
    _ threshold: Double, _ left: Span<UInt8>, _ right: Span<UInt8>, leftMask: UInt64,
    rightMask: UInt64
  ) -> Bool {
    JaroWinkler.reaches(threshold, left, right, leftMask: leftMask, rightMask: rightMask)
  }
}
