/// How alike two texts are, for whoever looks for a name that may be spelt otherwise.
public enum TextLikeness {
  /// The similarity of Jaro and Winkler of two folded texts, from 0 to 1.
  public static func jaroWinkler(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
    JaroWinkler.similarity(left, right)
  }
}
