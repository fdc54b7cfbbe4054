import Vocabulary

extension AreaTable {
  /// The area of a postcode as it stands in a file; nil where there is none, or none of ours.
  func area(ofPostcode text: String?) -> Area? {
    text.flatMap { try? Postcode($0) }.flatMap { area(of: $0) }
  }
}
