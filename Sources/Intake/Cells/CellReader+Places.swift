import Vocabulary

/// Cells that hold postcodes.
extension CellReader {
  /// A postcode that is no place («no fixed abode») is not said; one that could be repaired is left out all the same,
  /// because a repair is a guess.
  func readPostcode(_ value: Span<UInt8>, into text: inout [UInt8]) -> ProblemCode? {
    guard let postcode = try? Postcode(value) else { return .postcodeShape }
    if pseudoPostcodes.meaning(of: postcode) != nil { return .placeholderPostcode }
    postcode.appendText(to: &text)
    return nil
  }
}
