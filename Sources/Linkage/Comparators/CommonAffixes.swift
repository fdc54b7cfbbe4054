/// Two texts without the bytes that they begin and end with in common.
///
/// No distance by changes depends on these bytes.
struct CommonAffixes {
  /// How many bytes both begin with.
  let prefix: Int
  /// How many of the rest both end with.
  let suffix: Int

  @inline(__always)
  init(_ left: Span<UInt8>, _ right: Span<UInt8>) {
    let shorter = min(left.count, right.count)
    var prefix = 0
    while prefix < shorter, left[prefix] == right[prefix] { prefix &+= 1 }
    var suffix = 0
    while suffix < shorter &- prefix,
      left[left.count &- 1 &- suffix] == right[right.count &- 1 &- suffix]
    {
      suffix &+= 1
    }
    self.prefix = prefix
    self.suffix = suffix
  }

  /// The places of a text of this length that are left.
  @inline(__always)
  func rest(of count: Int) -> Range<Int> {
    prefix..<(count &- suffix)
  }
}
